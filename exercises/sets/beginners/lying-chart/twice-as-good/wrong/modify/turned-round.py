bar_chart(votes, labels=jams, title="Votes", y_from=0)
print(f"Marcel has {votes[0] - votes[1]} votes more.")
