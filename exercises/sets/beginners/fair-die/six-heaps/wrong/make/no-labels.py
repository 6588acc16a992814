def sums(first, second):
    heaps = [0] * 11
    for i in range(len(first)):
        total = first[i] + second[i]
        heaps[total - 2] = heaps[total - 2] + 1
    return heaps


bar_chart(sums(roll(1000), roll(1000)))
