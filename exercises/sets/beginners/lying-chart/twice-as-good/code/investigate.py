votes = [50, 52]
start = 48
bar_chart(votes, y_from=start)
print(votes[0] - start, votes[1] - start)
