def cost(portions, size, butter):
    if butter:
        return cost(portions, size, False) + portions
    if size == "small":
        return 4 * portions
    if size == "medium":
        return 6 * portions
    return 9 * portions


interact(cost, size=["small", "medium", "large"], butter=False, portions=(1, 10))
