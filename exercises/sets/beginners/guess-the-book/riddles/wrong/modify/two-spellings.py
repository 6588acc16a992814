answer = input("It has many leaves but is no tree. What is it? ")
if answer == "book" or answer == "Book":
    print("The door opens.")
else:
    print("Think again.")
