def longest_wait(times):
    longest = None
    before = None
    for bus in times:
        if before is not None:
            if longest is None or bus - before > longest:
                longest = bus - before
        before = bus
    return longest
