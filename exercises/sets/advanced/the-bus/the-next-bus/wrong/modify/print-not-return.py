def next_bus(times, now, walk):
    for bus in times:
        if bus >= now + walk:
            print(bus)
            break
    return None
