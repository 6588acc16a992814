from random import randint

for throw in range(10):
    print(randint(1, 6))
