jams = ["Lenuta", "Marcel"]
votes = [50, 52]
bar_chart(votes, labels=jams, y_from=48)
print(votes[1] - votes[0])
