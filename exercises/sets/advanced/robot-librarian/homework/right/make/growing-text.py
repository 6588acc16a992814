def translated(question, words):
    result = ""
    for word in question.split():
        if word in words:
            word = words[word]
        result = result + word + " "
    return result.strip()
