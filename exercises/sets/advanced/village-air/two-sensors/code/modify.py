def dustier(gate, forest):
    if gate > forest:
        return "gate"
    if forest > gate:
        return "forest"
    return "equal"
