def verdict(heaps):
    if sum(heaps) < 600:
        return "unknown"
    elif heaps[5] > 2 * heaps[0]:
        return "suspicious"
    else:
        return "fair"
