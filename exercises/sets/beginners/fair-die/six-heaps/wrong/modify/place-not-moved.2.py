heaps = [0] * (faces + 1)
for throw in throws:
    heaps[throw] = heaps[throw] + 1
print(heaps)
