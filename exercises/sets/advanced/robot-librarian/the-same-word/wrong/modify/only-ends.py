def tidy(text):
    return text.lower().strip()
