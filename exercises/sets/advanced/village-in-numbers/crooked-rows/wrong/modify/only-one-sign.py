def number(text):
    if text.strip() == "" or text == "?":
        return None
    return int(text)
