def alarm(distances, limit):
    near = []
    for hour, distance in enumerate(distances):
        if distance > limit:
            near = []
        else:
            near.append(hour)
        if len(near) >= 3:
            return near[2]
    return None
