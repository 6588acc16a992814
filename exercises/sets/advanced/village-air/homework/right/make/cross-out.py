def missing(plan, needed):
    result = list(needed)
    for part in plan:
        if part in result and plan[part]:
            result.remove(part)
    return result
