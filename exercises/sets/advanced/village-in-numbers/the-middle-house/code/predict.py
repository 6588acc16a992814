hives = [1, 0, 96, 2, 1]
in_order = sorted(hives)
middle = in_order[len(in_order) // 2]
mean = sum(hives) / len(hives)
print(mean, middle)
