def words_of(question):
    for sign in "?!.,":
        question = question.replace(sign, "")
    return question.split()
