def share(evenings):
    dark = 0
    lit = 0
    for evening in evenings:
        if evening == True:
            dark = dark + 1
        elif evening == False:
            lit = lit + 1
    if dark + lit > 0:
        return dark / (dark + lit)
    return None
