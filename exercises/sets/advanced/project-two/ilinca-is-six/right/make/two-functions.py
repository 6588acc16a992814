def sentences(text):
    text = text.replace("?", ".").replace("!", ".")
    return [part.strip() for part in text.split(".") if part.strip() != ""]


def too_long(text, most):
    result = []
    for sentence in sentences(text):
        number = len(sentence.split())
        if not number <= most:
            result = result + [sentence]
    return result
