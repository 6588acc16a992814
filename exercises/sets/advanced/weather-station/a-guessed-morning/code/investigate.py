week = [4, None, 8, None, None, 2, None]
for i in range(len(week)):
    if week[i] is None:
        print("gap at", i)
