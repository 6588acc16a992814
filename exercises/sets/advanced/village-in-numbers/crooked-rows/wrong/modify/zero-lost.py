def number(text):
    if text.strip().isdigit() and int(text) > 0:
        return int(text)
    return None
