def next_bus(times, now):
    for bus in times:
        if bus >= now:
            return bus
    return None
