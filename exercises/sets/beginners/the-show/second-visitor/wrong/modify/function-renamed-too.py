together = together(points)
print(f"Together: {together}")
