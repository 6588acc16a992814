def plain(text):
    hats = {"ă": "a", "â": "i", "î": "i", "ș": "s", "ț": "t"}
    for letter in hats:
        text = text.replace(letter, hats[letter])
    return text
