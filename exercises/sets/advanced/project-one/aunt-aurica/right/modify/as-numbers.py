def lamp_number(text):
    number = None
    for sign in text:
        if sign.isdigit():
            if number is None:
                number = 0
            number = number * 10 + int(sign)
    return number
