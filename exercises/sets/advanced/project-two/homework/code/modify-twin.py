def eggs(days):
    return sum(days) - max(days) - min(days)


print(eggs([3, 5, 0, 4, 4, 12, 5]))
