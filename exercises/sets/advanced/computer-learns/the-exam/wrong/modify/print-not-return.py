def parts(people):
    print([people[0::2], people[1::2]])
