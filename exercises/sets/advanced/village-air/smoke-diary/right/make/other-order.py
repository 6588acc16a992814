def diary(hours):
    result = {"dirty": 0, "so-so": 0, "clean": 0}
    for hour in hours:
        vote = word(hour)
        result[vote] += 1
    return result


monday = diary([4, 8, 31, 12])
print(monday["clean"], "clean hours")
