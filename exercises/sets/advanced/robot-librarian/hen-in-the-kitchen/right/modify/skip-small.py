def shared(question, text, small):
    count = 0
    for word in question.split():
        if word in small:
            continue
        if word in text.split():
            count += 1
    return count
