def translated(question, words):
    result = question.split()
    for i in range(len(result)):
        if result[i] in words:
            result[i] = words[result[i]]
    return " ".join(result)
