def reply(answers, word):
    result = ""
    for known in answers:
        result = answers[known]
        if known == word:
            return result
    return result
