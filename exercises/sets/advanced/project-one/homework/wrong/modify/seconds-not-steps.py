def hard_steps(notes):
    result = []
    for step, seconds in notes:
        if seconds is None or seconds > 30:
            result.append(seconds)
    return result
