def cannot(arrivals, closes):
    result = []
    for place in arrivals:
        saved = False
        for bus in arrivals[place]:
            if bus <= closes:
                saved = True
        if not saved:
            result.append(place)
        return result
    return result


print("Who cannot come:", cannot(village, 600))
