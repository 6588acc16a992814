def missing(plan, needed):
    return [part for part in needed if not plan.get(part)]
