color("gray")
circle(10)
forward(40)
circle(10)
