def hard_steps(notes):
    result = []
    for step, seconds in notes:
        if seconds > 30:
            result.append(step)
    return result
