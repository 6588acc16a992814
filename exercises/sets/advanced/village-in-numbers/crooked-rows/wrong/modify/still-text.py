def number(text):
    if not text.strip().isdigit():
        return None
    return text
