def sums(first, second):
    heaps = [0] * 11
    for i in range(len(first)):
        total = first[i] + second[i]
        heaps[total] = heaps[total] + 1
    return heaps
