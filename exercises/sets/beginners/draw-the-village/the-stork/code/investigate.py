forward(40)
left(90)
circle(20, 180)
