def best(sites, houses):
    choice = None
    record = None
    for i in range(len(sites)):
        metres = total(sites[i], houses)
        if record is None or metres < record:
            record = metres
            choice = i
    return choice
