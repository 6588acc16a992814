def closest(examples, height):
    best = examples[0]
    for example in examples:
        if abs(example[0] - height) < abs(best[0] - height):
            best = example
    return best[1]
