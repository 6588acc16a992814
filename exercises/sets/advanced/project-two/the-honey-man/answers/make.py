def hide(text, names):
    words = []
    hidden = 0
    for word in text.split():
        bare = word.strip(".,!?").lower()
        if is_private(word) or bare in names:
            words.append("***")
            hidden = hidden + 1
        else:
            words.append(word)
    return [" ".join(words), hidden]


print(hide("Thank you, Ema! Honey: honey@example.org", ["ema"]))
