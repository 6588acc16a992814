together = sum(points)
print(f"Together: {sum}")
