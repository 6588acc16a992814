days = len(mornings) - 1
if days == -1:
    change = 0
else:
    change = mornings[days] - mornings[0]
print(f"In {days} days it changed by {change} degrees.")
