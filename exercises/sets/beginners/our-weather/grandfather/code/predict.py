winter = [-6, -2, -4]
total = 0
for value in winter:
    total = total + value
print(total / len(winter))
