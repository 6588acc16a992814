days = [2, 3, 15, 4]
for start in range(2):
    window = days[start:start + 3]
    print(window)
