number = int(input("The number of the book: "))
if number <= 10:
    print("Top shelf")
elif number <= 20:
    print("Middle shelf")
if number <= 30:
    print("Bottom shelf")
else:
    print("In the box")
