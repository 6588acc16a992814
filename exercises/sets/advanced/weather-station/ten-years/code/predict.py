years = [9, 11, 10, 8, 14, 9, 12, 15]
first = years[:3]
last = years[-3:]
print(last)
print(sum(last) / 3 - sum(first) / 3)
