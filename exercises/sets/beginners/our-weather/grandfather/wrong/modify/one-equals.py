total = 0
for value in winter:
    total = total + value
if len(winter) = 0:
    mean = "unknown"
else:
    mean = total / len(winter)
print(f"Mean: {mean}")
