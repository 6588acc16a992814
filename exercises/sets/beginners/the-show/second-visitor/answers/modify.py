together = sum(points)
print(f"Together: {together}")
