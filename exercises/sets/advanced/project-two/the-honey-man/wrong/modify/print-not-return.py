def is_private(word):
    digits = 0
    for sign in word:
        if sign.isdigit():
            digits = digits + 1
    print("@" in word or digits >= 9)
