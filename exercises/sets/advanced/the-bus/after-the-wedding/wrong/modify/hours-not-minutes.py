def night(minute):
    if minute < 4:
        return minute + 1440
    return minute
