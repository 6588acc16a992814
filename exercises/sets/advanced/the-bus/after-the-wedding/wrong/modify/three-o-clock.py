def night(minute):
    if minute < 180:
        return minute + 1440
    return minute
