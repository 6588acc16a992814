def number(text):
    if not text.isdigit():
        return None
    return int(text)
