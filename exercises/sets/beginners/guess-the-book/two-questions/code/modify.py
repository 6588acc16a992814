animals = input("Is it about animals? ")
funny = input("Is it funny? ")
if animals == "yes":
    if funny == "yes":
        print("The Purse with Two Coins")
    else:
        print("White Fang")
