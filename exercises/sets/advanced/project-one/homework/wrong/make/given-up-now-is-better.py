def better(before, after):
    result = []
    for step in before:
        if step not in after:
            continue
        if before[step] is None or after[step] is None or after[step] < before[step]:
            result.append(step)
    return result
