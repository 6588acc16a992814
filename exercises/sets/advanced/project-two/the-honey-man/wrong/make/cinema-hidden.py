def hide(text, names):
    words = []
    hidden = 0
    for word in text.split():
        if is_private(word) or any(name in word.lower() for name in names):
            words.append("***")
            hidden = hidden + 1
        else:
            words.append(word)
    return [" ".join(words), hidden]
