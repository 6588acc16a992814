def sentences(text):
    result = []
    for part in text.split("."):
        part = part.strip()
        if part == "":
            result.append(part)
    return result
