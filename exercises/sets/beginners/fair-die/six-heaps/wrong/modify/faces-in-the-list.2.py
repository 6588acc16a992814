heaps = [1] * faces
for throw in throws:
    heaps[throw - 1] = heaps[throw - 1] + 1
print(heaps)
