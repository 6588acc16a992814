def missing(plan, needed):
    result = []
    for part in plan:
        if plan[part] == "" or plan[part] == []:
            result.append(part)
    return result
