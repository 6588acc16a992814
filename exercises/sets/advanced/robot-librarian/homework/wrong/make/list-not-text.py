def translated(question, words):
    result = []
    for word in question.split():
        if word in words:
            result.append(words[word])
        else:
            result.append(word)
    return result
