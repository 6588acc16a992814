shelves = [0] * 5
for book in [3, 5, 3, 1]:
    shelves[book - 1] = shelves[book - 1] + 1
print(shelves)
