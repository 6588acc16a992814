color("red")
forward(60)
Left(90)
forward(30)
