def share(evenings):
    looked = evenings.count(True) + evenings.count(False)
    if looked == 0:
        return None
    return evenings.count(True) / looked
