bar_chart(votes, labels=jams, title="Votes", y_from=...)
print(f"Marcel has {... - ...} votes more.")
