def mark(examples, exam):
    if exam == []:
        return None
    points = 0
    for height, truth in exam:
        answer = closest(examples, height)
        if answer == truth:
            points = points + 1
    return round(points * 100 / len(exam))


print("A man on stilts")
