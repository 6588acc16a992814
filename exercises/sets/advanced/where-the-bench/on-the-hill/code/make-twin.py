def winner(players):
    choice = players[0]
    for player in players:
        if player[1] > choice[1]:
            choice = player
        if player[1] == choice[1] and player[2] < choice[2]:
            choice = player
    return choice[0]


print(winner([["Ana", 9, 40], ["Radu", 9, 35], ["Ilie", 7, 20]]))
