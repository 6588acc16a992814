def alarm(distances, limit):
    for hour in range(len(distances) - 2):
        if (
            distances[hour] <= limit
            and distances[hour + 1] <= limit
            and distances[hour + 2] <= limit
        ):
            return hour + 2
