def missing(plan, needed):
    result = []
    for part in needed:
        if part not in ...:
            result.append(part)
        elif plan[part] == ... or plan[part] == []:
            result.append(part)
