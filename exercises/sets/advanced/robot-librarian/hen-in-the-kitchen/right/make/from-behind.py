def advise(books, question):
    answer = None
    best = 1
    for title in reversed(list(books)):
        points = score(question, books[title])
        if points >= best:
            best = points
            answer = title
    return answer
