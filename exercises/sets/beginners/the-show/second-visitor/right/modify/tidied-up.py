sum = sum(points)
print(f"Together: {sum}")
del sum
