def shared(question, text, small):
    count = 0
    for word in question.split():
        if word not in small:
            count = count + 1
    return count
