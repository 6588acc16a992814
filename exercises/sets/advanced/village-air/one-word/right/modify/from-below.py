def air(dust):
    if dust <= 5:
        return "clean"
    if dust <= 15:
        return "so-so"
    return "dirty"
