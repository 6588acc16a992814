def judge(words):
    if words > 180:
        return "too long"
    return "good"
