def verdict(heaps):
    if sum(heaps) < 600:
        print("unknown")
    elif max(heaps) > 2 * min(heaps):
        print("suspicious")
    else:
        print("fair")
