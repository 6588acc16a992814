starts = throws.count(1) + throws.count(6)
print(starts)
