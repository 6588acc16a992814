number = int(input("The number of the book: "))
if number > 30:
    print("In the box")
elif number > 20:
    print("Bottom shelf")
elif number > 10:
    print("Middle shelf")
else:
    print("Top shelf")
