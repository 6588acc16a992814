def dustier(gate, forest):
    forest = forest * 1000
    if gate > forest:
        return "gate"
    if forest > gate:
        return "forest"
    return "equal"
