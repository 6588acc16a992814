def robot(question):
    shelf = {"horse": "The Brave Horse", "cat": "Nine Lives", "snow": "Two Wolves"}
    for word in question.lower().split():
        if word in shelf:
            return shelf[word]
    return "Sorry, I do not know."
