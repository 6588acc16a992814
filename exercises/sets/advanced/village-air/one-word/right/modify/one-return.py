def air(dust):
    word = "clean"
    if dust > 5:
        word = "so-so"
    if dust > 15:
        word = "dirty"
    return word
