def night(minute):
    if minute < 240:
        return minute + 1440
    return minute
