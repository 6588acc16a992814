def edge(long):
    for side in range(4):
        forward(long)
        left(90)

def tail(long):
    back(long * 2)

def kite(long):
    left(45)
    edge(long)
    tail(long)

kite(30)
