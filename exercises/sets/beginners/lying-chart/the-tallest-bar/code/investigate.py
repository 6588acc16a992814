keepers = ["Iulian", "Doru", "Sorin"]
goals = [9, 4, 2]
bar_chart(goals, labels=keepers, title="Goals")
