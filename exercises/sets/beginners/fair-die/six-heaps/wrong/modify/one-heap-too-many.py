heaps = [0] * (faces + 1)
for throw in throws:
    heaps[throw - 1] = heaps[throw - 1] + 1
print(heaps)
