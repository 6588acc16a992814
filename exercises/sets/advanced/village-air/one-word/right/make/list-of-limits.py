limits = [(25, "red"), (10, "yellow")]


def flag(dust):
    if dust < 0:
        return "gray"
    for limit, colour in limits:
        if dust > limit:
            return colour
    return "green"
