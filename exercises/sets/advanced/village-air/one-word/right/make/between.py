def flag(dust):
    if 0 <= dust <= 10:
        return "green"
    elif 10 < dust <= 25:
        return "yellow"
    elif dust > 25:
        return "red"
    return "gray"


print("Today the flag is", flag(70))
