days = len(mornings)
if days == 0:
    change = 0
else:
    change = mornings[days] - mornings[0]
print(f"In {days} days it changed by {change} degrees.")
