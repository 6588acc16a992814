def next_bus(times, now, walk):
    for bus in times:
        if bus >= now:
            return bus
    return None
