def has_number(text):
    return any(sign.isdigit() for sign in text)
