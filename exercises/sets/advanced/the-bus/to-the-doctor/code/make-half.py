result = []
for place in arrivals:
    saved = False
    for bus in arrivals[place]:
        if bus <= closes:
            ...
    if not saved:
        ...
