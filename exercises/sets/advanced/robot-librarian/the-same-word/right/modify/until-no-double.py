def tidy(text):
    text = text.strip().lower()
    while "  " in text:
        text = text.replace("  ", " ")
    return text
