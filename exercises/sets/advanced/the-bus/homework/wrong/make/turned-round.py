def longest_wait(times):
    longest = None
    for i in range(len(times) - 1):
        wait = times[i] - times[i + 1]
        if longest is None or wait > longest:
            longest = wait
    return longest
