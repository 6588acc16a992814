color(red)
forward(60)
left(90)
forward(30)
