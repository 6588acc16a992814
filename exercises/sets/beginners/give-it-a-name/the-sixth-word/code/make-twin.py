stairs = [2, 4]

def step(times):
    for number in range(times):
        forward(10)
        left(90)
        forward(10)
        right(90)

for place in range(len(stairs)):
    jump_to(place * 80, 0)
    step(stairs[place])
