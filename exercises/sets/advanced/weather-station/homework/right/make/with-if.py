def longest(readings):
    best = 0
    row = 0
    for value in readings:
        if value is not None:
            row += 1
            if row > best:
                best = row
        else:
            row = 0
    return best


my_week = [4, None, 6, 5, 5, None, 3]
print(longest(my_week))
