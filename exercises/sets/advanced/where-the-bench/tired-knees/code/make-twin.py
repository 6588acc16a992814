def too_young(children, least):
    result = []
    for name, age in children.items():
        if age is None or age < least:
            result.append(name)
    return result


print(too_young({"Ana": 12, "Radu": 8, "Ionuț": None}, 10))
