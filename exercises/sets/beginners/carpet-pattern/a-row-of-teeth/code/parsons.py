color("blue")
for hill in range(5):
    left(60)
    forward(30)
    right(120)
    forward(30)
    left(60)
