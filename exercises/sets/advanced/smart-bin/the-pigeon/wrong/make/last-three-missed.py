def alarm(distances, limit):
    for i in range(len(distances) - 3):
        if max(distances[i:i + 3]) <= limit:
            return i + 2
    return None
