def is_private(word):
    digits = 0
    for sign in word:
        if sign.isdigit():
            digits = digits + 1
        return "@" in word or digits >= 9
