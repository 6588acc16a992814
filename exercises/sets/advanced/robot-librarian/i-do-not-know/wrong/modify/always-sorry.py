def reply(answers, word):
    return f"Sorry, I know nothing about: {word}"
