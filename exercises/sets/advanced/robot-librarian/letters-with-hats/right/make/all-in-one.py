def alike(first, second):
    hats = {"ă": "a", "â": "a", "î": "i", "ș": "s", "ț": "t"}
    first = first.strip().lower()
    second = second.strip().lower()
    for letter in hats:
        first = first.replace(letter, hats[letter])
        second = second.replace(letter, hats[letter])
    if first == second:
        return True
    return False
