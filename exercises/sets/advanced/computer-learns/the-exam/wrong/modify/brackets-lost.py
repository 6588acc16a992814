def parts(people):
    return people[0::2], people[1::2]
