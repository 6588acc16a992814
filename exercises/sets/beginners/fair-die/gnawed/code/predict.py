from random import choice

bag = [1, 2, 3, 4, 5, 6, 6]
sixes = 0
for throw in range(7000):
    if choice(bag) == 6:
        sixes = sixes + 1
print(sixes)
