def air(dust):
    if dust > 15:
        return "so-so"
    elif dust > 5:
        return "dirty"
    else:
        return "clean"
