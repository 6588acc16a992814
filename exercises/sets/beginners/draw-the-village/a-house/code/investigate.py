forward(80)
left(90)
forward(50)
