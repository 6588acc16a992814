def word(evenings):
    looked = len(evenings) - evenings.count(None)
    if looked < 5:
        return "not known"
    if False not in evenings:
        return "always"
    if True not in evenings:
        return "never"
    if 2 * evenings.count(True) > looked:
        return "often"
    return "sometimes"
