def number(text):
    if text.strip() == "":
        return None
    return int(text)
