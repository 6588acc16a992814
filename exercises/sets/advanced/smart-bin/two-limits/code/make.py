def calls(levels, high, low):
    ...


print(calls(week, 80, 20))
