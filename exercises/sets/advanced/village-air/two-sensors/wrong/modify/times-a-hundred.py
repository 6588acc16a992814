def dustier(gate, forest):
    forest = forest * 100
    if gate > forest:
        return "gate"
    if forest > gate:
        return "forest"
    return "equal"
