def flag(dust):
    if dust < 0:
        return "Gray"
    if dust <= 10:
        return "Green"
    if dust <= 25:
        return "Yellow"
    return "Red"


print("Today the flag is", flag(18))
