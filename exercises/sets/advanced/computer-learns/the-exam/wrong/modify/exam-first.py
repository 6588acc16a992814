def parts(people):
    return [people[1::2], people[0::2]]
