def share(evenings):
    looked = evenings.count(True) + evenings.count(False)
    if looked == 0:
        return 0
    return evenings.count(True) / looked
