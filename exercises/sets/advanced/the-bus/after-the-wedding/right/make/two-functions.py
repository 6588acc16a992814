def bus_after(times, ready):
    for bus in times:
        if bus >= ready:
            return bus
    return None


def home(times, ready, ride):
    bus = bus_after(times, ready)
    if bus is None:
        return None
    hour, minute = divmod((bus + ride) % (24 * 60), 60)
    return [hour, minute]
