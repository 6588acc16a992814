def lamp_number(text):
    for sign in text:
        if sign.isdigit():
            return int(sign)
    return None
