battery = int(input("Battery: "))
metres = int(input("Metres to the kitten: "))
moves = 0
while moves * 3 < metres and (moves + 1) * 7 <= battery:
    moves = moves + 1
    print("Kitty, kitty!")
found = "no"
if moves * 3 >= metres:
    found = "yes"
