def plain(text):
    hats = {"ă": "a", "â": "a", "î": "i", "ș": "s", "ț": "t"}
    return "".join(hats.get(letter, letter) for letter in text.lower().split()[0]) if text.strip() else ""


def alike(first, second):
    return plain(first) == plain(second)


print("pește, peste")
