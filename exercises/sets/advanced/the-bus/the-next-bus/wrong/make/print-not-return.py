def wait(times, now):
    if not times:
        print(None)
        return
    for bus in times:
        if bus >= now:
            print(bus - now)
            return
    print(times[0] + 1440 - now)
