def parts(people):
    learn = []
    exam = []
    for i in range(len(people)):
        if i % 2 == 0:
            learn.append(people[i])
        else:
            exam.append(people[i])
    return [learn, exam]
