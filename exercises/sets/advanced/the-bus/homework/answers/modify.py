def minutes(text):
    parts = text.split(":")
    return int(parts[0]) * 60 + int(parts[1])
