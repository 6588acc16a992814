def ferry(people, bicycle):
    total = people * 4
    if bicycle:
        total = total + people * 3
    return total


interact(ferry, people=slider(1, 5), bicycle=True)
