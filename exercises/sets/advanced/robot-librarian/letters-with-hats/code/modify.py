def plain(text):
    hats = {"ă": "a"}
    for letter in hats:
        text = text.replace(letter, hats[letter])
    return text
