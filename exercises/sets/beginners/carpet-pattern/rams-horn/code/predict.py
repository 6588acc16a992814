color("blue")
for step in range(4):
    print(step)
    forward(20)
