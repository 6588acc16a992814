def reply(answers, word):
    try:
        return answers[word]
    except KeyError:
        return f"Sorry, I know nothing about: {word}"
