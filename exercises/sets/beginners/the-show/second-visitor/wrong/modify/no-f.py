together = sum(points)
print("Together: {together}")
