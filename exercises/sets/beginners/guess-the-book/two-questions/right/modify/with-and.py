animals = input("Is it about animals? ")
funny = input("Is it funny? ")
if animals == "yes" and funny == "yes":
    print("The Purse with Two Coins")
elif animals == "yes":
    print("White Fang")
elif funny == "yes":
    print("Pacala")
else:
    print("Harap-Alb")
