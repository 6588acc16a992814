def dustier(gate, forest):
    if gate > forest * 1000:
        return "gate"
    if forest > gate:
        return "forest"
    return "equal"
