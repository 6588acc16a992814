animals = "yes"
funny = "no"
if animals == "yes":
    if funny == "yes":
        print("The Purse with Two Coins")
    else:
        print("White Fang")
print("Happy reading!")
