def missing(plan, needed):
    result = []
    for part in needed:
        if part not in plan or len(plan[part]) == 0:
            result.append(part)
    return result
