heaps = [0, 0, 0, 0, 0, 0]
for throw in [2, 6, 2]:
    heaps[throw - 1] = heaps[throw - 1] + 1
print(heaps)
