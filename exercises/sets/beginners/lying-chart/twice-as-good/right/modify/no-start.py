more = votes[1] - votes[0]
bar_chart(votes, labels=jams, title="Votes for jam")
print(f"Marcel has {more} votes more.")
