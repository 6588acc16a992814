answer = input("It has many leaves but is no tree. What is it? ")
answer = answer.lower()
if answer = "book":
    print("The door opens.")
else:
    print("Think again.")
