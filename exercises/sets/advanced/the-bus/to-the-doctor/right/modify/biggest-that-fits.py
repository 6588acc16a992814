def bus_for(times, ride, doctor):
    fits = [bus for bus in times if bus <= doctor - ride]
    return max(fits) if fits else None
