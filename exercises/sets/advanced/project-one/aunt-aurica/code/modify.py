def lamp_number(text):
    if text.isdigit():
        return int(text)
    return None
