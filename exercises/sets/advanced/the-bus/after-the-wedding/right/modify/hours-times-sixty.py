def night(minute):
    if minute // 60 < 4:
        minute = minute + 24 * 60
    return minute
