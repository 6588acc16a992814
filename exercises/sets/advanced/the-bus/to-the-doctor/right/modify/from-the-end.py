def bus_for(times, ride, doctor):
    for bus in reversed(times):
        if bus + ride <= doctor:
            return bus
    return None
