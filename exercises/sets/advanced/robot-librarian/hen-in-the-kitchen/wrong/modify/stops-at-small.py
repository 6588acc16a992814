def shared(question, text, small):
    words = text.split()
    count = 0
    for word in question.split():
        if word in small:
            break
        if word in words:
            count = count + 1
    return count
