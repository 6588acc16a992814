def parts(people):
    return [people, people[1::2]]
