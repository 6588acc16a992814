def advise(books, question):
    points = {}
    for title in books:
        points[title] = score(question, books[title])
    if points == {} or max(points.values()) == 0:
        return None
    for title in points:
        if points[title] == max(points.values()):
            return title


shelf["The Night Train"] = "a train gets lost in the fog"
print(advise(shelf, "train"))
