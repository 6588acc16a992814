def pump(waters):
    result = []
    running = False
    day = 1
    for water in waters:
        if water > 10 and not running:
            result.append(day)
            running = True
        if water < 2:
            running = False
        day = day + 1
    return result


print(pump([4, 12, 9, 1, 11]))
