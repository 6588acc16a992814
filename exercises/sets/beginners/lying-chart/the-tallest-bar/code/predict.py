keepers = ["Iulian", "Doru", "Sorin"]
goals = [9, 4, 2]
bar_chart(goals)
print(keepers[0], goals[0])
