def forgotten(results):
    marks = {}
    for group, good in results:
        if group not in marks:
            marks[group] = []
        marks[group].append(good)
    answer = None
    worst = 1
    for group, goods in marks.items():
        right = sum(goods) / len(goods)
        if right < worst:
            worst = right
            answer = group
    return answer
