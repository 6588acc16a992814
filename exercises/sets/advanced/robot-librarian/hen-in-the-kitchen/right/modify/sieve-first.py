def shared(question, text, small):
    important = [word for word in text.split() if word not in small]
    return len([word for word in question.split() if word in important])
