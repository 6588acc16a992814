def missing(plan, needed):
    result = []
    for part in needed:
        ...
