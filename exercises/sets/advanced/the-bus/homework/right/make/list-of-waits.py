def longest_wait(times):
    waits = []
    for i in range(1, len(times)):
        waits.append(times[i] - times[i - 1])
    if not waits:
        return None
    return max(waits)
