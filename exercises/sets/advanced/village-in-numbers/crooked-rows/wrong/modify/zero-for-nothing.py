def number(text):
    if not text.strip().isdigit():
        return 0
    return int(text)
