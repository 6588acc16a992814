def air(dust):
    if dust > 25:
        return "dirty"
    elif dust > 10:
        return "so-so"
    else:
        return "clean"
