def number(text):
    text = text.strip()
    if text == "":
        return None
    for sign in text:
        if sign not in "0123456789":
            return None
    return int(text)
