together = len(points)
print(f"Together: {together}")
