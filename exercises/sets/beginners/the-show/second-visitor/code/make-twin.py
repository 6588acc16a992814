def higher(today, yesterday):
    days = 0
    for place in range(len(today)):
        if today[place] > yesterday[place]:
            days = days + 1
    return days

print(higher([3, 9], [4, 8]))
