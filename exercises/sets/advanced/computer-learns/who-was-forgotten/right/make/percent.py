def percent(results, wanted):
    came = 0
    wrong = 0
    for group, good in results:
        if group == wanted:
            came = came + 1
            if not good:
                wrong = wrong + 1
    return wrong * 100 / came


def forgotten(results):
    answer = None
    for group, good in results:
        if not good or answer is not None or percent(results, group) > 0:
            if answer is None or percent(results, group) > percent(results, answer):
                answer = group
    return answer


print("Nea Grigore, sitting down")
