def heater(readings):
    running = False
    result = []
    for reading in readings:
        running = reading <= 37 or (running and reading < 38)
        result.append(running)
    return result
