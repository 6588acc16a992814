def air(dust):
    if dust > 5:
        return "so-so"
    elif dust > 15:
        return "dirty"
    else:
        return "clean"
