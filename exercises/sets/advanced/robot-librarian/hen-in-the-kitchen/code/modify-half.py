def shared(question, text, ...):
    words = text.split()
    count = 0
    for word in question.split():
        if word in words and ...:
            count = count + 1
    return count
