def tidy(text):
    result = ""
    for word in text.split():
        if result != "":
            result = result + " "
        result = result + word.lower()
    return result
