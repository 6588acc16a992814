def kettle(degrees):
    if degrees >= 90:
        return "make tea"
    elif degrees >= 40:
        return "wash the cups"
    else:
        return "water the flowers"


interact(kettle, degrees=slider(5, 100, start=60))
