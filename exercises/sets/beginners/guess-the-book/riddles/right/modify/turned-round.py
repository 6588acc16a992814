answer = input("It has many leaves but is no tree. What is it? ")
small = answer.lower()
if small != "book":
    print("Think again.")
else:
    print("The door opens.")
