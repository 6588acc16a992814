def sums(first, second):
    heaps = [0] * 13
    for i in range(len(first)):
        total = first[i] + second[i]
        heaps[total] = heaps[total] + 1
    return heaps[2:]


bar_chart(sums(roll(60), roll(60)), labels=["2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"])
