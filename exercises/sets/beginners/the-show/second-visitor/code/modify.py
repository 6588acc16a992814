sum = sum(points)
print(f"Together: {sum}")
