def medals(jumps):
    best = {}
    for child, metres in jumps:
        best[child] = max(best.get(child, 0), metres)
    return best


print(medals([["Ana", 2], ["Vlad", 3], ["Ana", 4]]))
