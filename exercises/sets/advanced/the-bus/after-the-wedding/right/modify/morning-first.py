def night(minute):
    if minute >= 4 * 60:
        return minute
    else:
        return 1440 + minute
