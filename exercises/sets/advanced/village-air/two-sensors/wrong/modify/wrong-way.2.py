def dustier(gate, forest):
    gate = gate * 1000
    if gate > forest:
        return "gate"
    if forest > gate:
        return "forest"
    return "equal"
