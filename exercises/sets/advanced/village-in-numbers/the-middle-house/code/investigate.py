hives = [1, 0, 96, 2, 1]
in_order = sorted(hives)
print(in_order)
print(sum(hives) / len(hives))
print(in_order[len(in_order) // 2])
