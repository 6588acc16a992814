best = 0
answer = None
for title in books:
    points = score(question, books[title])
    if points > ...:
        answer = ...
