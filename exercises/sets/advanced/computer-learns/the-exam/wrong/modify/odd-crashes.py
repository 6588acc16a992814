def parts(people):
    learn = []
    exam = []
    for i in range(0, len(people), 2):
        learn.append(people[i])
        exam.append(people[i + 1])
    return [learn, exam]
