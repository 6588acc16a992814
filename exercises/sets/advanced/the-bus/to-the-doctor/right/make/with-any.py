def cannot(arrivals, closes):
    result = []
    for place, times in arrivals.items():
        if not any(bus <= closes for bus in times):
            result.append(place)
    return result
