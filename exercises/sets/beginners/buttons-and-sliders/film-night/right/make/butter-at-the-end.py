def cost(portions, size, butter):
    total = 0
    if size == "small":
        total = portions * 4
    if size == "medium":
        total = portions * 6
    if size == "large":
        total = portions * 9
    if butter:
        total = total + portions
    return total


interact(cost, portions=slider(1, 10, start=2), size=["large", "medium", "small"], butter=False)
