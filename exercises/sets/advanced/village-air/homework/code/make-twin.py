def hungry(yard, fed):
    result = []
    for animal in yard:
        if animal not in fed:
            result.append(animal)
    return result


print(hungry(["goose", "goat", "cat"], ["goat"]))
