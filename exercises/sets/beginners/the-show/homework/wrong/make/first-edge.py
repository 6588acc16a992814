def judge(words):
    if words > 180:
        return "too long"
    if words <= 120:
        return "too short"
    return "good"
