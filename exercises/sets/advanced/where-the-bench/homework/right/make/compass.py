def finish(route):
    compass = {"east": [1, 0], "west": [-1, 0], "north": [0, 1], "south": [0, -1]}
    place = [0, 0]
    for direction, number in route:
        place[0] = place[0] + compass[direction][0] * number
        place[1] = place[1] + compass[direction][1] * number
    return place
