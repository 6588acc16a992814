def hard_steps(notes):
    result = []
    for step, seconds in notes:
        if not seconds or seconds > 30:
            result.append(step)
    return result
