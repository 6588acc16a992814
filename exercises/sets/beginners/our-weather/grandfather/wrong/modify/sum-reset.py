total = 0
value = 0
for value in winter:
    total = 0
    total = total + value
if len(winter) == 0:
    mean = "unknown"
else:
    mean = total / len(winter)
print(f"Mean: {mean}")
