def closest(examples, height):
    if len(examples) == 0:
        return None
    best = examples[0]
    for example in examples:
        if abs(example[0] - height) < abs(best[0] - height):
            best = example
    return best[1]
