def is_private(word):
    return "@" in word or sum(sign.isdigit() for sign in word) >= 9
