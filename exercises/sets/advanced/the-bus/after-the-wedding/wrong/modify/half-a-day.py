def night(minute):
    if minute < 240:
        return minute + 720
    return minute
