def flag(dust):
    if dust < 0:
        return "gray"
    elif dust > 10:
        return "yellow"
    elif dust > 25:
        return "red"
    else:
        return "green"
