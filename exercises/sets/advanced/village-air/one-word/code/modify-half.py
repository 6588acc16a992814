if dust > 15:
    return "dirty"
elif dust > ...:
    return "so-so"
