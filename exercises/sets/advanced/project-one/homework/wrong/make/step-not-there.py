def better(before, after):
    result = []
    for step in before:
        if after[step] is None:
            continue
        if before[step] is None or after[step] < before[step]:
            result.append(step)
    return result
