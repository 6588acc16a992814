def flag(colour):
    fill_start(colour)
    circle(10)
    fill_end()

colours = ["red", "gold"]
for colour in colours:
    flag(colour)
    forward(30)
stand = {}
stand["who"] = "my grandmother and her friends"
stand["problem"] = "the hall looks sad"
stand["try"] = "choose two colours for it"
