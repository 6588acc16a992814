def empty_days(visitors):
    quiet = 0
    for day in range(len(visitors)):
        quiet = quiet + 1
        if visitors[day] > 0:
            quiet = 0
        if quiet == 2:
            return day
    return None


print(empty_days([4, 0, 3, 0, 0, 6]))
