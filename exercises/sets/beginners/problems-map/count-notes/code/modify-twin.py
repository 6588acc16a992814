def shout(words):
    loud = []
    for word in words:
        word = word.upper()
        loud.append(word)
    return loud

print(shout(["goose", "Stop"]))
