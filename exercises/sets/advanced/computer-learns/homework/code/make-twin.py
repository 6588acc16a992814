def long_words(words):
    result = []
    for word in words:
        if len(word) > 6:
            result.append(word)
    return result


print(long_words(["plum", "sunflower", "dandelion"]))
