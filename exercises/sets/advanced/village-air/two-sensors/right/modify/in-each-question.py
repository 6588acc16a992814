def dustier(gate, forest):
    if gate == forest * 1000:
        return "equal"
    if gate > 1000 * forest:
        return "gate"
    return "forest"
