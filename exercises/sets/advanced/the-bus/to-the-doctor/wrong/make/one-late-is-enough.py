def cannot(arrivals, closes):
    result = []
    for place in arrivals:
        saved = len(arrivals[place]) > 0
        for bus in arrivals[place]:
            if bus > closes:
                saved = False
        if not saved:
            result.append(place)
    return result


print("Who cannot come:", cannot(village, 600))
