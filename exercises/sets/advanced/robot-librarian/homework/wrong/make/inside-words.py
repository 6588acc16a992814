def translated(question, words):
    for word in words:
        question = question.replace(word, words[word])
    return question
