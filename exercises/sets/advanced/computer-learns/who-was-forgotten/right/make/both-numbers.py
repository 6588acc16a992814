def forgotten(results):
    counts = {}
    for group, good in results:
        came, wrong = counts.get(group, [0, 0])
        counts[group] = [came + 1, wrong + (not good)]
    if not counts:
        return None
    answer = max(counts, key=lambda group: counts[group][1] / counts[group][0])
    return answer if counts[answer][1] > 0 else None
