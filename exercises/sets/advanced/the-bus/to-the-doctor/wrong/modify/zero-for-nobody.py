def bus_for(times, ride, doctor):
    chosen = 0
    for bus in times:
        if bus + ride <= doctor:
            chosen = bus
    return chosen
