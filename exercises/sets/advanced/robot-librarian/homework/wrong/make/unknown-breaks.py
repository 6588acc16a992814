def translated(question, words):
    result = []
    for word in question.split():
        result.append(words[word])
    return " ".join(result)
