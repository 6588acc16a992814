def judge(words):
    if words > 180:
        print("too long")
    elif words < 120:
        print("too short")
    else:
        print("good")
