def sentences(text):
    result = []
    for part in text.split("."):
        words = part.split()
        if len(words) > 0:
            result.append(" ".join(words))
    return result
