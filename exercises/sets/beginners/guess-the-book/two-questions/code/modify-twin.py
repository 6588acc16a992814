wings = input("Has it got wings? ")
milk = input("Does it give milk? ")
if wings == "yes":
    if milk == "yes":
        print("Bat")
    else:
        print("Hen")
else:
    print("Goat or cat")
