def bread(oven, until):
    for free in oven:
        if free + 45 <= until:
            total = free + 45
            return [total // 60 % 24, total % 60]
    return None


print(bread([1420, 1500], 1480))
