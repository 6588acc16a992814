for word in text.split():
    bare = word.strip(".,!?").lower()
    if ... or ...:
        words.append("***")
        hidden = ...
    else:
        words.append(...)
