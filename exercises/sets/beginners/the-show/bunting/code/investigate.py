colours = ["red", "gold"]
for colour in colours:
    color(colour)
    forward(30)
    left(90)
