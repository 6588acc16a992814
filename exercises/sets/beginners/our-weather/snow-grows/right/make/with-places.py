heights = []
for place in range(len(snow)):
    if place == 0:
        heights.append(snow[0])
    else:
        heights.append(heights[place - 1] + snow[place])
print(heights)
