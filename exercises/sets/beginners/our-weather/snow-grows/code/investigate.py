snow = [4, 0, 7]
total = 0
for day in snow:
    total = total + day
    print(total)
