def lantern(colour):
    fill_start("red")
    circle(10)
    fill_end()

for colour in colours:
    lantern(colour)
    forward(30)
