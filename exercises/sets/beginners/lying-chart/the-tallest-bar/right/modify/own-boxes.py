title = f"Goals let in by {keepers[0]} and the others"
bar_chart(goals, keepers, title, "match", "goals")
