def lamp_number(text):
    number = None
    for sign in text:
        if sign.isdigit():
            number = (number or 0) + int(sign)
    return number
