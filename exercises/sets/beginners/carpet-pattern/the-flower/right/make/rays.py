angle = 360 / petals
for i in range(petals):
    color("gold")
    forward(60)
    back(60)
    right(angle)
