def cost(portions, size, butter):
    prices = {"small": 4, "medium": 6, "large": 9}
    one = prices[size]
    if butter:
        one += 1
    return portions * one


interact(cost, portions=slider(1, 10), size=["small", "medium", "large"], butter=True)
