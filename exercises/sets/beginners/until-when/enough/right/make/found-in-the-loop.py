battery = int(input("How full is the battery? "))
metres = int(input("How far is it? "))
moves = 0
found = "no"
if metres <= 0:
    found = "yes"
while found == "no" and battery > 6:
    battery -= 7
    metres -= 3
    moves += 1
    if metres <= 0:
        found = "yes"
        print("Meow!")
