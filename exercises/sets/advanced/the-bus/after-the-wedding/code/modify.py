def night(minute):
    if minute < 60:
        return minute + 1440
    return minute
