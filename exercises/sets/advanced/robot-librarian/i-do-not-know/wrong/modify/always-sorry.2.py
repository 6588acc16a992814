def reply(answers, word):
    if word in answers.values():
        return answers[word]
    return f"Sorry, I know nothing about: {word}"
