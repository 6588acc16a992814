days = len(...)
if days == 0:
    change = 0
else:
    change = ... - mornings[0]
