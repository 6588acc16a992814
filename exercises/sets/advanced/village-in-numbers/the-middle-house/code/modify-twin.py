def dancers(children):
    in_order = sorted(children)
    place = len(in_order) // 2
    if len(in_order) % 2 == 1:
        return [in_order[place]]
    return in_order[place - 1:place + 1]


print(dancers(["Vera", "Ana", "Ilie", "Dan"]))
