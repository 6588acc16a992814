def teams(players):
    return [players[0::3], players[1::3], players[2::3]]


print(teams(["Ana", "Vlad", "Daria", "Luca", "Maria"]))
