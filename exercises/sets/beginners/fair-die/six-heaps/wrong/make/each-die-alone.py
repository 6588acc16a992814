def sums(first, second):
    heaps = [0] * 11
    for throw in first + second:
        heaps[throw - 2] = heaps[throw - 2] + 1
    return heaps


bar_chart(sums(roll(1000), roll(1000)), labels=[2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
