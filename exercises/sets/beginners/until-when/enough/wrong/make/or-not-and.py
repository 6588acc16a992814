battery = int(input("Battery: "))
metres = int(input("Metres to the kitten: "))
moves = 0
while metres > 0 or battery >= 7:
    metres = metres - 3
    battery = battery - 7
    moves = moves + 1
if metres <= 0:
    found = "yes"
else:
    found = "no"
print(f"Moves: {moves}, found: {found}")
