heaps = [0] * faces
for throw in throws:
    heaps[throw] = heaps[throw] + 1
print(heaps)
