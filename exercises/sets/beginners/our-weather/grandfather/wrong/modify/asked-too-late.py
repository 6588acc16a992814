total = 0
for value in winter:
    total = total + value
mean = total / len(winter)
if len(winter) == 0:
    mean = "unknown"
print(f"Mean: {mean}")
