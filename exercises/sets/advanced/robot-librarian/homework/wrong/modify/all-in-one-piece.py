def words_of(question):
    question = question.lower()
    question = question.replace("?!.,", "")
    return question.split()
