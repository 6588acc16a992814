def stood(stops):
    count = 0
    before = None
    for stop in stops:
        if stop == before:
            count = count + 1
        before = stop
    return count
