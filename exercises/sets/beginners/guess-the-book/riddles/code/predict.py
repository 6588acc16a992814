answer = "Hen"
if answer == "hen":
    print("Right!")
else:
    print("Cluck! Think again.")
