def too_long(text, most):
    result = []
    for part in text.split("."):
        for line in part.split("?"):
            for sentence in line.split("!"):
                if len(sentence.split()) > most:
                    result.append(sentence.strip())
    return result


talk = "At our bridge it is dark. Our lamp sees that. Press here!"
print(too_long(talk, 10))
