keepers = ["Iulian", "Doru", "Sorin"]
goals = [9, 4, 2]
