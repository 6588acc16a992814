color("brown")
for step in range(lines):
    forward(30)
    left(60)
