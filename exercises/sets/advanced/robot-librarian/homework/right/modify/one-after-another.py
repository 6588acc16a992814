def words_of(question):
    text = question.lower().replace("?", "").replace("!", "")
    text = text.replace(".", "").replace(",", "")
    return text.split()
