color("brown")
for step in range(lines):
    forward(10 + step / 10)
    left(60)
