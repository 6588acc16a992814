def sums(first, second):
    heaps = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    for a, b in zip(first, second):
        heaps[a + b - 2] += 1
    return heaps


bar_chart(sums(roll(500), roll(500)), labels=list(range(2, 13)), title="Two dice:")
