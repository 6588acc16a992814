goals = {"Vlad": 2, "Daria": 4}
player = "Daria"
goals[player] = goals[player] + 3
print(goals)
