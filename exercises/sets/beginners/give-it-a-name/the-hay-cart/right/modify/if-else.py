def fits(width, height):
    if height < 301 and width < 251:
        good = True
    else:
        good = False
    return good
