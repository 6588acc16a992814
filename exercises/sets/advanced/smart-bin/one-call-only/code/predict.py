called = False
for level in [50, 85, 90]:
    if level >= 80 and not called:
        print("call at", level)
        called = True
