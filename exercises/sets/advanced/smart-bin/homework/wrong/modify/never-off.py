def heater(readings):
    result = []
    running = False
    for reading in readings:
        if reading <= 37:
            running = True
        result.append(running)
    return result
