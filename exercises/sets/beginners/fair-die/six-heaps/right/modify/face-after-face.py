heaps = []
for face in range(1, faces + 1):
    heaps.append(throws.count(face))
print(heaps)
