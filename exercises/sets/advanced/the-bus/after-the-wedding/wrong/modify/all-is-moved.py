def night(minute):
    return minute + 1440
