days = 4
change = -2
print(f"In {days} days it changed by {change} degrees.")
