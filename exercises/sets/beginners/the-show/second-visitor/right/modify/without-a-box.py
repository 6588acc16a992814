print(f"Together: {sum(points)}")
