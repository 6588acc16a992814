def plain(text):
    hats = {"ă": "a", "â": "a", "î": "i", "ș": "s", "ț": "t"}
    result = ""
    for letter in text:
        result = result + hats.get(letter, letter)
    return result
