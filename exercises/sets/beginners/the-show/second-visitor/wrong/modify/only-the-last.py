for one in points:
    together = 0
    together = together + one
print(f"Together: {together}")
