def missing(plan, needed):
    result = []
    for part in needed:
        if part not in plan:
            result.append(part)
    return result
