from random import randint

heads = 0
for toss in range(20):
    if randint(1, 2) == 1:
        heads = heads + 1
print(f"Heads: {heads}")
