def hide(text, names):
    new_words = ""
    hidden = 0
    for word in text.split():
        for name in names:
            if word.lower().strip(".,!?") == name and word != "***":
                word = "***"
                hidden = hidden + 1
        if is_private(word):
            word = "***"
            hidden = hidden + 1
        new_words = new_words + " " + word
    return [new_words.strip(), hidden]
