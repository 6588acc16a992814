def share(evenings):
    looked = evenings.count(True) + evenings.count(False)
    return evenings.count(True) / looked
