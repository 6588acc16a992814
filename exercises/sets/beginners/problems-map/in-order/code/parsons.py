goals = {"Vlad": 2, "Daria": 5, "Luca": 0}
most = 0
for player in goals:
    if goals[player] > most:
        most = goals[player]
print(most)
