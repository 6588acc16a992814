difference = max(mornings) - min(mornings)
print(f"Difference: {difference}")
