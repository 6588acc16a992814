def longest_wait(times):
    if len(times) < 2:
        return None
    longest = 0
    for i in range(len(times) - 1):
        longest = max(longest, times[i + 1] - times[i])
    return longest
