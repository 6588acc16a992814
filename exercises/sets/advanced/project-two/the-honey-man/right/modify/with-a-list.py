def is_private(word):
    digits = [sign for sign in word if sign in "0123456789"]
    if "@" in word:
        return True
    return len(digits) > 8
