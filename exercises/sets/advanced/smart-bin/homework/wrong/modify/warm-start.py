def heater(readings):
    result = []
    running = True
    for reading in readings:
        if reading <= 37:
            running = True
        elif reading >= 38:
            running = False
        result.append(running)
    return result
