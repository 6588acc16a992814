def plain(text):
    text = text.lower().strip()
    hats = {"ă": "a", "â": "a", "î": "i", "ș": "s", "ț": "t"}
    for letter in hats:
        text = text.replace(letter, hats[letter])
    return text


def alike(first, second):
    return first == plain(second)


print("sărut", "sarut", alike("sărut", "sarut"))
