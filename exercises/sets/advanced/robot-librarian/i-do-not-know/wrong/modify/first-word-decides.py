def reply(answers, word):
    for known in answers:
        if known == word:
            return answers[known]
        else:
            return f"Sorry, I know nothing about: {word}"
