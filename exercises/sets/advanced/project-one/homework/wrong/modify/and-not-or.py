def hard_steps(notes):
    result = []
    for step, seconds in notes:
        if seconds is None and seconds > 30:
            result.append(step)
    return result
