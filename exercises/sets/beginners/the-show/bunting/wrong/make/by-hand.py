def lantern(colour):
    fill_start(colour)
    circle(10)
    fill_end()

lantern("red")
forward(30)
lantern("yellow")
forward(30)
lantern("blue")
forward(30)
lantern("yellow")
forward(30)
lantern("red")
