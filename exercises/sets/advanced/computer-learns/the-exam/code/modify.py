def parts(people):
    middle = len(people) // 2
    return [people[:middle], people[middle:]]
