def verdict(heaps):
    if sum(heaps) < 600:
        return "unknown"
    elif max(heaps) >= 2 * min(heaps):
        return "suspicious"
    else:
        return "fair"
