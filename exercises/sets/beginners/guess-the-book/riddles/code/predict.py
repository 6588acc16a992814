answer = "Wolf"
if answer == "wolf":
    print("Right!")
else:
    print("Awoo! Think again.")
