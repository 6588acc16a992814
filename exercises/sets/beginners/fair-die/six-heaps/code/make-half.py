def sums(first, second):
    heaps = [0] * 11
    for i in range(len(first)):
        total = ...
        heaps[...] = heaps[...] + 1
