def fits(width, height):
    if width > 250:
        return False
    if height > 300:
        return False
    return True
