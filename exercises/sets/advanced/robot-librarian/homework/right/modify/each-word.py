def words_of(question):
    result = []
    for word in question.lower().split():
        result.append(word.strip("?!.,"))
    return result
