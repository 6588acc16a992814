def judge(words):
    if words > ...:
        return "too long"
    if ...:
        return ...
    return "good"
