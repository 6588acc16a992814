def lantern(colour):
    fill_start(...)
    circle(10)
    fill_end()

for colour in ...:
    lantern(colour)
    ...
