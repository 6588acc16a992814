def sums(first, second):
    heaps = [0] * 12
    for i in range(len(first)):
        total = first[i] + second[i]
        heaps[total - 1] = heaps[total - 1] + 1
    return heaps


bar_chart(sums(roll(1000), roll(1000)), labels=[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
