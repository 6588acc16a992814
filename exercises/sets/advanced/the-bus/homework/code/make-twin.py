def highest_step(stairs):
    highest = 0
    for i in range(1, len(stairs)):
        highest = max(highest, stairs[i] - stairs[i - 1])
    return f"{highest} cm"


print(highest_step([0, 18, 40, 55]))
