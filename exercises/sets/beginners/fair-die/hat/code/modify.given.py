from random import randint

money = 5
throws = []
for number in range(20):
    throws.append(randint(1, 6))
