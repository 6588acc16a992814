icicles = [15, 40, 25]

def icicle(long):
    right(90)
    forward(long)
    back(long)
    left(90)
    forward(12)

for long in icicles:
    icicle(long)
