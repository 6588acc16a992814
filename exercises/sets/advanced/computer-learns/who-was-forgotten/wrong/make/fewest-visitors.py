def forgotten(results):
    came = {}
    for group, good in results:
        came[group] = came.get(group, 0) + 1
    answer = None
    for group in came:
        if answer is None or came[group] < came[answer]:
            answer = group
    return answer
