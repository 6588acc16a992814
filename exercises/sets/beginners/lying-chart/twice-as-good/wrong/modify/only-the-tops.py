bar_chart([2, 4], labels=jams, title="Votes", y_from=0)
print(f"Marcel has {votes[1] - votes[0]} votes more.")
