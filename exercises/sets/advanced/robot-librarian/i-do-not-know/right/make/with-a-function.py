def reply(question):
    for word in question.split():
        if word in answers:
            return answers[word]
    return "Sorry. Please ask the librarian!"


question = input("I am listening: ").lower()
while question != "bye":
    print(reply(question))
    question = input("I am listening: ").lower()
