def places(values):
    result = []
    for i in range(1, len(values) - 1):
        if values[i] is None and values[i - 1] != None and values[i + 1] != None:
            result = result + [i]
    return result


def fill(values):
    filled = values[:]
    for i in places(values):
        filled[i] = (filled[i - 1] + filled[i + 1]) / 2
    return [filled, places(values)]


line_chart(fill(week)[0])
