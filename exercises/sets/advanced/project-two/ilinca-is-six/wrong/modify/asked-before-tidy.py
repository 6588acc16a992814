def sentences(text):
    result = []
    for part in text.split("."):
        if part != "":
            result.append(part.strip())
    return result
