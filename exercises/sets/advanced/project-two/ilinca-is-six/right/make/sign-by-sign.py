def too_long(text, most):
    result = []
    sentence = ""
    for sign in text + ".":
        if sign in ".?!":
            if len(sentence.split()) > most:
                result.append(sentence.strip())
            sentence = ""
        else:
            sentence = sentence + sign
    return result


talk = "At our bridge it is dark. Our lamp sees that. Press here!"
print(too_long(talk, 10))
