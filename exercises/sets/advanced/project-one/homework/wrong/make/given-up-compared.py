def better(before, after):
    result = []
    for step in before:
        if step in after and after[step] < before[step]:
            result.append(step)
    return result
