def lamp_number(text):
    digits = [sign for sign in text if sign in "0123456789"]
    if not digits:
        return None
    return int("".join(digits))
