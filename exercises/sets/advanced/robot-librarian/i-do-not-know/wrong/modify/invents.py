def reply(answers, word):
    for known in answers:
        if known == word:
            return answers[known]
    return list(answers.values())[0]
