def words_of(question):
    question = question.lower()
    for sign in "?!., ":
        question = question.replace(sign, "")
    return question.split()
