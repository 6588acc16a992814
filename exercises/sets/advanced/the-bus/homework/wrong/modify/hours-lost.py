def minutes(text):
    parts = text.split(":")
    return int(parts[1])
