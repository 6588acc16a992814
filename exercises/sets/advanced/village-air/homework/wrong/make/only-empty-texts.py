def missing(plan, needed):
    result = []
    for part in needed:
        if part not in plan or plan[part] == "":
            result.append(part)
    return result
