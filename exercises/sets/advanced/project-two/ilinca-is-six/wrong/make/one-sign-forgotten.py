def too_long(text, most):
    for sign in "?":
        text = text.replace(sign, ".")
    result = []
    for part in text.split("."):
        if len(part.split()) > most:
            result.append(part.strip())
    return result


talk = "At our bridge it is dark. Our lamp sees that. Press here!"
print(too_long(talk, 10))
