rain = [0, 4, 12, 0, 7]
pairs = []
for start in range(len(rain) - 1):
    pairs.append(rain[start] + rain[start + 1])
line_chart(pairs, title="Rain in two days")
