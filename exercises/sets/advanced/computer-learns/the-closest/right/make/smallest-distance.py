def closest(examples, height):
    distances = [abs(known - height) for known, word in examples]
    if not distances:
        return None
    place = distances.index(min(distances))
    return examples[place][1]
