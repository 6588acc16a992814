def hilltops(heights):
    result = []
    for i in range(1, len(heights) - 1):
        if heights[i] > heights[i - 1] and heights[i] > heights[i + 1]:
            result.append(i)
    return result


print(hilltops([210, 240, 230, 260, 250]))
