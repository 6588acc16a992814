def failures(examples, exam):
    return [[length, tree] for length, tree in exam if closest(examples, length) != tree]
