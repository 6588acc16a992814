def weight(problem):
    people = problem["people"]
    days = problem["days"]
    if people is None:
        return None
    if days is None:
        return None
    return days * people
