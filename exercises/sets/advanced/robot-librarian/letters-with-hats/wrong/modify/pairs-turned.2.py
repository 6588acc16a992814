def plain(text):
    hats = {"a": "â", "i": "î", "s": "ș", "t": "ț"}
    for letter in hats:
        text = text.replace(letter, hats[letter])
    return text
