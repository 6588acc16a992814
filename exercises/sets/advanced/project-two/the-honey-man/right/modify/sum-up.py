def is_private(word):
    digits = sum(1 for sign in word if sign.isdigit())
    if digits >= 9 or word.count("@") > 0:
        return True
    return False
