for value in readings:
    if value ... None:
        count = count + 1
