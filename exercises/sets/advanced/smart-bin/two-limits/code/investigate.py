from random import randint

for hour in range(6):
    noise = randint(-3, 3)
    print(80 + noise)
