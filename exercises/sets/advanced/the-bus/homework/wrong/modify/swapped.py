def minutes(text):
    parts = text.split(":")
    return int(parts[1]) * 60 + int(parts[0])
