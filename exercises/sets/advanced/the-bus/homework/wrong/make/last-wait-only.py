def longest_wait(times):
    longest = None
    for i in range(len(times) - 1):
        wait = times[i + 1] - times[i]
        longest = wait
    return longest
