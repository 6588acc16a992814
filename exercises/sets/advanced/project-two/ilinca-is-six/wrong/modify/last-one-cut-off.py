def sentences(text):
    result = []
    for part in text.split(".")[:-1]:
        result.append(part.strip())
    return result
