battery = int(input("Battery: "))
metres = int(input("Metres to the kitten: "))
moves = 0
while metres > 0 and ...:
    metres = metres - 3
    battery = ...
    moves = moves + 1
if ...:
    found = "yes"
else:
    found = "no"
