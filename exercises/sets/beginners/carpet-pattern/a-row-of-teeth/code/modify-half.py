for tooth in range(...):
    forward(20)
    left(90)
