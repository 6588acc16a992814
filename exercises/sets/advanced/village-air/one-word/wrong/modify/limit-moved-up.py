def air(dust):
    if dust >= 15:
        return "dirty"
    elif dust >= 5:
        return "so-so"
    else:
        return "clean"
