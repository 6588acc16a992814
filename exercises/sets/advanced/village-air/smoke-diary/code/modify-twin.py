def light(weights, wanted):
    count = 0
    for weight in weights:
        if weight < wanted:
            count = count + 1
    return count
