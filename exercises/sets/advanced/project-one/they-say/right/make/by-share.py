def word(evenings):
    known = [evening for evening in evenings if evening is not None]
    if len(known) < 5:
        return "not known"
    share = sum(known) / len(known)
    if share == 1:
        return "always"
    if share > 0.5:
        return "often"
    if share > 0:
        return "sometimes"
    return "never"
