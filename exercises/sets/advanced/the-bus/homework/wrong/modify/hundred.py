def minutes(text):
    parts = text.split(":")
    return int(parts[0]) * 100 + int(parts[1])
