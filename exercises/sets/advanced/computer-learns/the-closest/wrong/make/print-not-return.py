def closest(examples, height):
    best = None
    answer = None
    for known, word in examples:
        distance = abs(known - height)
        if best is None or distance < best:
            best = distance
            answer = word
    print(answer)


print("Good day! How was the bus?")
