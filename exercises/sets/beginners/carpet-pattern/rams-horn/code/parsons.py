color("green")
left(90)
for leaf in range(5):
    forward(20)
    circle(2 * leaf)
