def heater(readings):
    result = []
    running = False
    for reading in readings:
        if reading <= 37:
            running = True
        else:
            running = False
        result.append(running)
    return result
