def alarm(distances, limit):
    near = 0
    for hour in range(len(distances)):
        if distances[hour] <= limit:
            near = near + 1
        else:
            near = 0
        if near == 2:
            return hour
    return None


animal = "A cat that sleeps on the lid"
print(animal)
