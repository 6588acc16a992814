def better(before, after):
    result = []
    for step, first in before.items():
        second = after.get(step)
        if second is not None and (first is None or second < first):
            result.append(step)
    return result
