def number(text):
    if not text.strip()....():
        return None
