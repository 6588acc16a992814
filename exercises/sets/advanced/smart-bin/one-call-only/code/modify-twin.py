def rings(door):
    count = 0
    somebody = False
    for person in door:
        if person and not somebody:
            count = count + 1
        somebody = person
    return count
