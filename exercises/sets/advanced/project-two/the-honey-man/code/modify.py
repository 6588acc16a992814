def is_private(word):
    return "@" in word
