called = False
for level in [85, 90, 10, 95]:
    if level >= 80 and not called:
        print("call at", level)
        called = True
    if level < 80:
        called = False
