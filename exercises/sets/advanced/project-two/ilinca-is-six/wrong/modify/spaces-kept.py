def sentences(text):
    result = []
    for part in text.split("."):
        if part.strip() != "":
            result.append(part)
    return result
