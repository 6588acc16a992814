color(red)
forward(50)
