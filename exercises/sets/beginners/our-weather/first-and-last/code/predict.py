mornings = [3, -2, 0, 5]
print(mornings[1])
print(mornings[0])
print(len(mornings))
