def lantern(colour):
    color(colour)
    circle(10)

for colour in colours:
    lantern(colour)
    forward(30)
