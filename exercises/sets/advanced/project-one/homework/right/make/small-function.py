def is_better(first, second):
    if second is None:
        return False
    if first is None:
        return True
    return second < first


def better(before, after):
    return [step for step in before if step in after and is_better(before[step], after[step])]
