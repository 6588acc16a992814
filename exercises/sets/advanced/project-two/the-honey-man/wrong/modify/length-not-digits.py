def is_private(word):
    return "@" in word or len(word) >= 9
