def bare(word):
    return word.strip(".,!?:;").lower()


def hide(text, names):
    words = text.split()
    hidden = 0
    for i in range(len(words)):
        if bare(words[i]) in names or is_private(words[i]):
            words[i] = "***"
            hidden += 1
    return [" ".join(words), hidden]
