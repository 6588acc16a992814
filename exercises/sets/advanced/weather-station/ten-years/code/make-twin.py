def faster(laps):
    if None in laps or len(laps) < 2:
        return None
    half = len(laps) // 2
    return sum(laps[-half:]) < sum(laps[:half])


print(faster([60, 62, 59, 58]))
