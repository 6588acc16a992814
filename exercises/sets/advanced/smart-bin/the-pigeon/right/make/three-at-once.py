def alarm(distances, limit):
    for i in range(2, len(distances)):
        if max(distances[i - 2:i + 1]) <= limit:
            return i
    return None


print(alarm([50, 9, 9, 9], 10))
