def cost(portions, size, butter):
    if size == "small":
        one = 4
    elif ...:
        one = 6
    if butter:
        one = ...
    return ...
