def cannot(arrivals, closes):
    result = []
    for place in arrivals:
        for bus in arrivals[place]:
            if bus > closes:
                result.append(place)
    return result
