def tidy(text):
    text.lower()
    text.strip()
    return text
