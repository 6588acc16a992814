def longest_wait(times):
    longest = None
    for i in range(len(times) - 1):
        wait = times[i + 1] - times[i]
        if longest is None or wait > longest:
            longest = wait
    print(longest)
