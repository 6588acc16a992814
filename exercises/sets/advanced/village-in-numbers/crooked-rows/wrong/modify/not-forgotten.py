def number(text):
    if text.strip().isdigit():
        return None
    return int(text)
