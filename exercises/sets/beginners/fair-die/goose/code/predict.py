from random import randint

sixes = 0
for throw in range(600):
    if randint(1, 6) == 6:
        sixes = sixes + 1
print(sixes)
