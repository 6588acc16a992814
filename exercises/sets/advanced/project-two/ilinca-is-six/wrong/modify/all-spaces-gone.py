def sentences(text):
    result = []
    for part in text.split("."):
        part = part.replace(" ", "")
        if part != "":
            result.append(part)
    return result
