def pump(waters):
    result = []
    running = False
    day = 1
    for water in waters:
        if water > 10 and not running:
            result.append(day)
        running = water > 2 and (running or water > 10)
        day = day + 1
    return result


print(pump([4, 12, 9, 1, 11]))
