heaps = []
for face in range(faces):
    heaps.append(0)
for throw in throws:
    heaps[throw - 1] += 1
