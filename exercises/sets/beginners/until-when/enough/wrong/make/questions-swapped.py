metres = int(input("Metres to the kitten: "))
battery = int(input("Battery: "))
moves = 0
while metres > 0 and battery >= 7:
    metres = metres - 3
    battery = battery - 7
    moves = moves + 1
if metres <= 0:
    found = "yes"
else:
    found = "no"
print(f"Moves: {moves}, found: {found}")
