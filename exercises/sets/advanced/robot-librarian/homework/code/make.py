def translated(question, words):
    result = []
    for word in question.split():
        ...
