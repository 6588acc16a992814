def lamp_number(text):
    digits = "".join(sign for sign in text if sign.isdigit())
    return int(digits) if digits else None
