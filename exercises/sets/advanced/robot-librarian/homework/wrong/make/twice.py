def translated(question, words):
    result = []
    for word in question.split():
        if word in words:
            result.append(words[word])
        result.append(word)
    return " ".join(result)
