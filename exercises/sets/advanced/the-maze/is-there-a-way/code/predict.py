wet = [1]
for square in wet:
    if square < 4:
        wet.append(square + 1)
print(wet)
