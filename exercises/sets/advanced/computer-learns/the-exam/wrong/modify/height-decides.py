def parts(people):
    learn = []
    exam = []
    for one in people:
        if one % 2 == 0:
            learn.append(one)
        else:
            exam.append(one)
    return [learn, exam]
