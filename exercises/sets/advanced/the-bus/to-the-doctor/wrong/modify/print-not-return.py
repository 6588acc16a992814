def bus_for(times, ride, doctor):
    chosen = None
    for bus in times:
        if bus + ride <= doctor:
            chosen = bus
    print(chosen)
