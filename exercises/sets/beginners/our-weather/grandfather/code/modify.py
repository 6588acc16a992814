total = 0
for value in winter:
    total = total + value
mean = total / len(winter)
print(f"Mean: {mean}")
