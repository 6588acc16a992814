def word(evenings):
    dark = evenings.count(True)
    looked = dark + evenings.count(False)
    if looked < 1:
        return "not known"
    if dark == looked:
        return "always"
    if dark == 0:
        return "never"
    if dark > looked / 2:
        return "often"
    return "sometimes"


evenings = [True, True, False, True, None, True, True, True, True, True]
print(word(evenings))
