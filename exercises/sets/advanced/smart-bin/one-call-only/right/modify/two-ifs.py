def calls(levels):
    count = 0
    called = False
    for level in levels:
        if level < 80:
            called = False
        elif not called:
            called = True
            count += 1
    return count
