def words_of(question):
    question = question.lower()
    question = question.strip("?!.,")
    return question.split()
