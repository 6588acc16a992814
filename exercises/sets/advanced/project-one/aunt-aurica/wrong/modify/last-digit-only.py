def lamp_number(text):
    digits = ""
    for sign in text:
        if sign.isdigit():
            digits = sign
    if digits == "":
        return None
    return int(digits)
