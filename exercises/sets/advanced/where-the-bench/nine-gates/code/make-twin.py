def cheapest(stalls):
    choice = None
    for stall in stalls:
        if choice is None or stall[1] < choice[1]:
            choice = stall
    return choice[0]


print(cheapest([["A", 30], ["B", 25], ["C", 25]]))
