circle(15)
left(60)
back(40)
forward(40)
