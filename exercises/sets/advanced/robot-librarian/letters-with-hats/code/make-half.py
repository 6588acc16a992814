def plain(text):
    text = text.lower().strip()
    hats = {"ă": "a", "ș": "s"}
    for letter in hats:
        text = text.replace(letter, hats[letter])
    return text


def alike(first, second):
    return plain(first) == ...
