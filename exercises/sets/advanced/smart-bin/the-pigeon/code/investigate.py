near = 0
for distance in [8, 70, 9, 7]:
    if distance <= 15:
        near = near + 1
    else:
        near = 0
print(near)
