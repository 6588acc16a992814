from random import randint

heaps = [0, 0, 0, 0, 0, 0]
for number in range(60):
    throw = randint(1, 6)
    heaps[throw - 1] = heaps[throw - 1] + 1
bar_chart(heaps, labels=[1, 2, 3, 4, 5, 6])
