# A lie of mine, and how it works:
stairs = [19, 24, 30]
bar_chart(stairs, title="Everybody climbs more and more!", y_from=18)
# The axis starts at 18, so Tuesday looks like nothing. The lift seller would like it.
