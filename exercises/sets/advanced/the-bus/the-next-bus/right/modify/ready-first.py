def next_bus(times, now, walk):
    ready = now + walk
    found = None
    for bus in times:
        if bus >= ready and found is None:
            found = bus
    return found
