def word(dust):
    if dust > 25:
        return "dirty"
    if dust > 10:
        return "so-so"
    return "clean"
