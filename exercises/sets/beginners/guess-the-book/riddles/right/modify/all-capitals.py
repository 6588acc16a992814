answer = input("It has many leaves but is no tree. What is it? ")
if answer.upper() == "BOOK":
    print("The door opens.")
else:
    print("Think again.")
