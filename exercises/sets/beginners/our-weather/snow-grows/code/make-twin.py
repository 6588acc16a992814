pages = [10, 5, 20]
rest = 50
rests = []
for day in pages:
    rest = rest - day
    rests.append(rest)
print(rests)
