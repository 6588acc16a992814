def count_words(text):
    words = 0
    for word in text.split(" "):
        if len(word) > 1:
            words = words + 1
    return words
