def reply(answers, word):
    if word in answers:
        return answers[word]
    return f"Sorry, I know nothing about: {word}"
