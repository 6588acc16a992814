def lantern(colour):
    fill_start(colour)
    circle(10)
    fill_end()

for colour in colours:
    lantern(colour)
