def sentences(text):
    result = []
    for part in text.split("."):
        part = part.strip()
        result.append(part)
    return result
