def flag(dust):
    if dust < 0:
        print("gray")
    elif dust <= 10:
        print("green")
    elif dust <= 25:
        print("yellow")
    else:
        print("red")


print("Today the flag is", flag(18))
