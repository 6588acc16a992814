examples = [[128, "child"], [176, "grown-up"], [162, "grown-up"]]
height = 150
best = None
for known, word in examples:
    distance = abs(known - height)
    if best is None or distance < best:
        best = distance
        answer = word
print(answer)
