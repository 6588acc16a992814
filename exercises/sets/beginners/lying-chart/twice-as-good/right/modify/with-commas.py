bar_chart(votes, jams, "Votes", y_from=0)
print("Marcel has", votes[1] - votes[0], "votes more.")
