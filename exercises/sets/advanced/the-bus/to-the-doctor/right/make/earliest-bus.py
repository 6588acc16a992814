def cannot(arrivals, closes):
    result = []
    for place in arrivals:
        if arrivals[place] == [] or min(arrivals[place]) > closes:
            result.append(place)
    return result


village["Lunca"].append(590)
print(cannot(village, 600))
