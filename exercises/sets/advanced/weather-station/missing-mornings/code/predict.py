mornings = [4, None, 7, 1]
total = 0
for value in mornings:
    if value is not None:
        total = total + value
print(total)
