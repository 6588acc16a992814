def score(question, text):
    words = text.split()
    count = 0
    for word in question.split():
        if word in words:
            count = count + 1
    return count


shelf = {
    "The Brave Hen": "a hen flies over the mountain",
    "Snow": "two wolves come over the mountain",
    "My Kitchen": "games in my kitchen",
}
