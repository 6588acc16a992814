mornings = [3, -2, 0, 5]
print(mornings[3])
print(mornings[-1])
mornings[0] = 10
print(mornings)
