days = 0
change = 0
for value in mornings:
    days = days + 1
    change = value - mornings[0]
print(days, change)
