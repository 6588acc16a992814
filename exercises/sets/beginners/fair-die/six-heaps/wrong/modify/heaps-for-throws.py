heaps = [0] * len(throws)
for throw in throws:
    heaps[throw - 1] = heaps[throw - 1] + 1
print(heaps)
