def bus_for(times, ride, doctor):
    chosen = None
    for bus in times:
        if bus <= doctor:
            chosen = bus
    return chosen
