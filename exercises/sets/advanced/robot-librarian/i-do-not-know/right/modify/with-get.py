def reply(answers, word):
    return answers.get(word, f"Sorry, I know nothing about: {word}")
