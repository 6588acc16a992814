near = 0
for hour in range(len(distances)):
    if distances[hour] <= limit:
        near = near + 1
    else:
        near = ...
    if near == ...:
        return ...
