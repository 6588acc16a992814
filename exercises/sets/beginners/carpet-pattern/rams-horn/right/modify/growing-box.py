color("brown")
length = 5
for step in range(8):
    forward(length)
    left(90)
    length = length + 5
