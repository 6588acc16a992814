def number(text):
    if not text.strip().isdigit():
        return None
    return int(text)
