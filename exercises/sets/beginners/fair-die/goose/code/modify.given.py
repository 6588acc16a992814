from random import randint

throws = []
for number in range(12):
    throws.append(randint(1, 6))
