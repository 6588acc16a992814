def mean_known(readings):
    known = []
    for value in readings:
        if value != None:
            known.append(value)
    if len(known) > 0:
        return sum(known) / len(known)


my_week = [3, None, 5, 8, 6, 2, 1]
print(mean_known(my_week))
