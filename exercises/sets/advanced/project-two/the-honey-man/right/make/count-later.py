def hide(text, names):
    words = []
    for word in text.split():
        if is_private(word):
            word = "***"
        elif word.lower().strip("!?.,") in names:
            word = "***"
        words.append(word)
    return [" ".join(words), words.count("***")]


print(hide("Thank you, Ema! Honey: honey@example.org", ["ema"]))
