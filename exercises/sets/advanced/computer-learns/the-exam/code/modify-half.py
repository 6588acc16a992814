def parts(people):
    learn = []
    exam = []
    for i in range(len(people)):
        if i % 2 == ...:
            learn.append(people[i])
        else:
            ...
    return [learn, exam]
