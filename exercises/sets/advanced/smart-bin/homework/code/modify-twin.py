def watering(soils):
    result = []
    open_tap = False
    for wet in soils:
        if wet < 20:
            open_tap = True
        if wet > 60:
            open_tap = False
        result.append(open_tap)
    return result


print(watering([50, 15, 40, 70, 50]))
