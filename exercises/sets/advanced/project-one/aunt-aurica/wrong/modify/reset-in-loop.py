def lamp_number(text):
    for sign in text + " ":
        digits = ""
        if sign.isdigit():
            digits = digits + sign
    if digits == "":
        return None
    return int(digits)
