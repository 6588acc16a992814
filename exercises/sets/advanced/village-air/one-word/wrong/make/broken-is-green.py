def flag(dust):
    limit = 0
    if dust <= 10:
        return "green"
    if dust <= 25:
        return "yellow"
    return "red"


print("Today the flag is", flag(18))
