def flag(dust):
    if dust > 25:
        colour = "red"
    elif dust > 10:
        colour = "yellow"
    elif dust >= 0:
        colour = "green"
    else:
        colour = "gray"
    return colour


if flag(4) == "green":
    print("Aunt Lenuta, open the window!")
