from random import choice


def verdict(heaps):
    word = "fair"
    if max(heaps) - min(heaps) > min(heaps):
        word = "suspicious"
    if sum(heaps) < 600:
        word = "unknown"
    return word


dog = [0, 0, 0, 0, 0, 0]
for throw in range(1200):
    face = choice([1, 2, 3, 4, 5, 6, 6])
    dog[face - 1] = dog[face - 1] + 1
print(dog, verdict(dog))
