color("brown")
length = 20
for step in range(lines):
    forward(length)
    left(60)
    length = length + 4
