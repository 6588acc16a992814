week = [4, None, 8]
before = week[0]
after = week[2]
week[1] = (before + after) / 2
print(week)
