def translated(question, words):
    return " ".join([words.get(word, word) for word in question.split()])
