days = len(mornings)
if days == 0:
    change = 0
else:
    change = mornings[0] - mornings[days - 1]
print(f"In {days} days it changed by {change} degrees.")
