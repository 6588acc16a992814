heaps = [0, 0, 0, 0, 0, 0]
for throw in throws:
    heaps[throw - 1] = heaps[throw - 1] + 1
print(heaps)
