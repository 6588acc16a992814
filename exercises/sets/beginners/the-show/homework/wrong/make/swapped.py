def judge(words):
    if words > 180:
        return "too short"
    if words < 120:
        return "too long"
    return "good"
