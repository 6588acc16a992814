def next_bus(times, now, walk):
    for bus in times:
        if bus > now + walk:
            return bus
    return None
