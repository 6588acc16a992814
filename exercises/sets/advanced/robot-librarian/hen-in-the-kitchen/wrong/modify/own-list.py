def shared(question, text, small):
    small = ["i", "a", "and", "the", "want", "book", "about"]
    words = text.split()
    count = 0
    for word in question.split():
        if word in words and word not in small:
            count = count + 1
    return count
