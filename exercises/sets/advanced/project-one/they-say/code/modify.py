def share(evenings):
    return evenings.count(True) / len(evenings)
