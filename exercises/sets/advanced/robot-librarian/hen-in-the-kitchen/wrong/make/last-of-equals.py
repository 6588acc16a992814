def advise(books, question):
    best = 0
    answer = None
    for title in books:
        points = score(question, books[title])
        if points > 0 and points >= best:
            best = points
            answer = title
    return answer


shelf["The Night Train"] = "a train gets lost in the fog"
print(advise(shelf, "two wolves"))
print(advise(shelf, "a train in the fog"))
