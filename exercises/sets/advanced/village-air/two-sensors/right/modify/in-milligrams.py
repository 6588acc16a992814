def dustier(gate, forest):
    gate = gate / 1000
    if gate > forest:
        return "gate"
    elif gate < forest:
        return "forest"
    else:
        return "equal"
