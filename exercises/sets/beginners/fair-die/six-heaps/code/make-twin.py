def margins(ours, theirs):
    heaps = [0] * 4
    for i in range(len(ours)):
        difference = abs(ours[i] - theirs[i])
        heaps[difference] = heaps[difference] + 1
    return heaps


bar_chart(margins([2, 0, 3], [1, 0, 1]), labels=[0, 1, 2, 3])
