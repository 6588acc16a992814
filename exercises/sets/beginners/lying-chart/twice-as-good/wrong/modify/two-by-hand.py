bar_chart(votes, labels=jams, title="Votes", y_from=0)
print("Marcel has 2 votes more.")
