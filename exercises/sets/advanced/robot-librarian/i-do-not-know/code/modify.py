def reply(answers, word):
    return answers[word]
