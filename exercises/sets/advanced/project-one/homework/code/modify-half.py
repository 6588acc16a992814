if seconds ... or seconds > 30:
    result.append(step)
