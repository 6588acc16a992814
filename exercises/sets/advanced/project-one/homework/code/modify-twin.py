def late(bees):
    result = []
    for bee, minutes in bees:
        if minutes is None or minutes > 20:
            result.append(bee)
    return result


print(late([["Zuzu", 12], ["Buzz", None], ["Hum", 25]]))
