def tidy(text):
    return " ".join(text.lower().split())
