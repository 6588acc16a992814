battery = int(input("Battery: "))
metres = int(input("Metres to the kitten: "))
moves = 0
found = "no"
while True:
    if metres <= 0:
        found = "yes"
        break
    if battery < 7:
        break
    metres = metres - 3
    battery = battery - 7
    moves = moves + 1
print(found)
