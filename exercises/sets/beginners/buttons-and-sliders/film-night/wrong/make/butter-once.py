def cost(portions, size, butter):
    if size == "small":
        one = 4
    elif size == "medium":
        one = 6
    else:
        one = 9
    total = one * portions
    if butter:
        total = total + 1
    return total


interact(cost, portions=slider(1, 10), size=["small", "medium", "large"], butter=False)
