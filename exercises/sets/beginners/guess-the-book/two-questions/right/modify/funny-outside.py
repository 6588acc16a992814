animals = input("Is it about animals? ")
funny = input("Is it funny? ")
if funny == "yes":
    if animals == "yes":
        print("The Purse with Two Coins")
    else:
        print("Pacala")
else:
    if animals == "yes":
        print("White Fang")
    else:
        print("Harap-Alb")
