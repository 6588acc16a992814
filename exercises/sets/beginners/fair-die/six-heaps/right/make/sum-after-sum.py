def sums(first, second):
    dice = []
    for i in range(len(first)):
        dice.append(first[i] + second[i])
    heaps = []
    for total in range(2, 13):
        heaps.append(dice.count(total))
    return heaps


heaps = sums(roll(1000), roll(1000))
bar_chart(heaps, labels=range(2, 13), title="A thousand pairs")
