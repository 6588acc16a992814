bar_chart(votes, labels=jams, title="Votes", y_from=1)
print(f"Marcel has {votes[1] - votes[0]} votes more.")
