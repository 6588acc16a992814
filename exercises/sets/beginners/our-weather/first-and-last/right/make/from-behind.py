days = len(mornings)
change = 0
if days > 0:
    change = mornings[-1] - mornings[0]
print(change)
