def share(evenings):
    if len(evenings) == 0:
        return None
    return evenings.count(True) / len(evenings)
