def judge(words):
    seconds = words / 2
    if seconds > 90:
        answer = "too long"
    elif seconds < 60:
        answer = "too short"
    else:
        answer = "good"
    return answer
