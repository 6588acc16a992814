def next_bus(times, now, walk):
    found = None
    for bus in times:
        if bus >= now + walk:
            found = bus
    return found
