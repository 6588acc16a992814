def number(text):
    text = text.strip()
    if not text.isdigit():
        return None
    return int(text)
