number = int(input("The number of the book: "))
place = "In the box"
if number < 11:
    place = "Top shelf"
elif number < 21:
    place = "Middle shelf"
elif number < 31:
    place = "Bottom shelf"
print(place)
