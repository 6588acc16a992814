def judge(words):
    if words > 90:
        return "too long"
    if words < 60:
        return "too short"
    return "good"
