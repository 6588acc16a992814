def shared(question, text, small):
    words = text.split()
    count = 0
    for word in question.split():
        if word in words or word not in small:
            count = count + 1
    return count
