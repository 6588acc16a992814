def is_private(word):
    return "@" in word or (word.isdigit() and len(word) >= 9)
