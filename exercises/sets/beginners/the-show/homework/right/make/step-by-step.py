def judge(words):
    answer = "too short"
    if words >= 120:
        answer = "good"
    if words >= 181:
        answer = "too long"
    return answer

print(judge(100))
