def reply(answers, word):
    result = "Sorry, I know nothing about: " + word
    for known in answers:
        if known == word:
            result = answers[known]
    return result
