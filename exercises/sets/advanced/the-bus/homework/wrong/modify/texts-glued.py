def minutes(text):
    parts = text.split(":")
    return parts[0] * 60 + parts[1]
