def cannot(arrivals, closes):
    result = []
    for place in arrivals:
        late = 0
        for bus in arrivals[place]:
            if bus > closes:
                late = late + 1
        if late == len(arrivals[place]):
            result = result + [place]
    return result
