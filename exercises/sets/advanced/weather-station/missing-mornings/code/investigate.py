mornings = [4, None, 7, 1]
known = 0
for value in mornings:
    if value is not None:
        known = known + 1
print(known)
