days = len(mornings)
change = mornings[days - 1] - mornings[0]
print(f"In {days} days it changed by {change} degrees.")
