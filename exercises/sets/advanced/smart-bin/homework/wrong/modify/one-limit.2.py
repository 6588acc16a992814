def heater(readings):
    result = []
    for reading in readings:
        running = False
        if reading <= 37:
            running = True
        elif reading >= 38:
            running = False
        result.append(running)
    return result
