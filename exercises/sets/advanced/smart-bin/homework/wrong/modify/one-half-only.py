def heater(readings):
    result = []
    running = False
    for reading in readings:
        if reading <= 37:
            running = True
        elif reading <= 38:
            running = False
        result.append(running)
    return result
