def shared(question, text, small):
    words = text.split()
    for word in question.split():
        count = 0
        if word in words and word not in small:
            count = count + 1
    return count
