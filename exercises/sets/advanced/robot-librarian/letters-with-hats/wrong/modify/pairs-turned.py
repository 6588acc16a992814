def plain(text):
    hats = {"a": "ă", "i": "î", "s": "ș", "t": "ț"}
    for letter in hats:
        text = text.replace(letter, hats[letter])
    return text
