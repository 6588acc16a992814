def verdict(heaps):
    if sum(heaps) < 600:
        return "unknown"
    elif min(heaps) > 2 * max(heaps):
        return "suspicious"
    else:
        return "fair"
