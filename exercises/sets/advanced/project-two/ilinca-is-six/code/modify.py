def sentences(text):
    result = []
    for part in text.split("."):
        result.append(part)
    return result
