def longest_wait(times):
    if len(times) < 2:
        return None
    return times[-1] - times[0]
