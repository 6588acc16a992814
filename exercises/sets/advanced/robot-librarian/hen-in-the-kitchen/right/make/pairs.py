def advise(books, question):
    answer = None
    for title, text in books.items():
        if score(question, text) == 0:
            continue
        if answer is None or score(question, text) > score(question, books[answer]):
            answer = title
    return answer
