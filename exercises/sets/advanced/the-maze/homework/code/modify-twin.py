def street(houses, number):
    count = 0
    for other in [number - 2, number - 1, number + 1]:
        if houses[other] == "dog":
            count = count + 1
    return count


print(street(["dog", "cat", "dog", "dog"], 2))
