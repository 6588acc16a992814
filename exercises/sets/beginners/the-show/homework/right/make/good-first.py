def judge(words):
    if words >= 120 and words <= 180:
        return "good"
    elif words < 120:
        return "too short"
    else:
        return "too long"
