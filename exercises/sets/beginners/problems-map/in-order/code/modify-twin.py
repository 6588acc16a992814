jumps = [310, 285, 342]
best_first = sorted(jumps, reverse=True)
print(best_first)
