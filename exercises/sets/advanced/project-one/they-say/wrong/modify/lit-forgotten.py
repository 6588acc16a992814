def share(evenings):
    known = [evening for evening in evenings if evening]
    if known == []:
        return None
    return known.count(True) / len(known)
