def wait(times, now):
    if not times:
        return None
    minutes = 0
    while (now + minutes) % 1440 not in times:
        minutes = minutes + 1
    return minutes
