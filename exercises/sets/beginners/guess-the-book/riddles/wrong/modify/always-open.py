answer = input("It has many leaves but is no tree. What is it? ")
if answer == "book" or "Book":
    print("The door opens.")
else:
    print("Think again.")
