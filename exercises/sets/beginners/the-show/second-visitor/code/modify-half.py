together = ...(points)
print(f"Together: {...}")
