def dustier(gate, forest):
    forest = forest * 1000
    if gate > forest:
        print("gate")
    elif forest > gate:
        print("forest")
    else:
        print("equal")
