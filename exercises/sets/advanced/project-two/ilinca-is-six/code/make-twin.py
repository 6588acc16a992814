def poster(text, most):
    text = text.replace(",", " ")
    result = []
    for word in text.split():
        if len(word) > most:
            result.append(word)
    return result


print(poster("lamp, sensor, communication", 8))
