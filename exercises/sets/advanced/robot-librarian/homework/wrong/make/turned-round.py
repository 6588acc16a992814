def translated(question, words):
    result = []
    for word in question.split():
        for home in words:
            if words[home] == word:
                word = home
        result.append(word)
    return " ".join(result)
