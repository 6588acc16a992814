def reply(answers, word):
    if word in answers:
        return answers[word]
