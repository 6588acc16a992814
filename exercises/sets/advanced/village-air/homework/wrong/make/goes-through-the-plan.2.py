def missing(plan, needed):
    result = []
    for part in plan:
        if part not in needed or not plan[part]:
            result.append(part)
    return result
