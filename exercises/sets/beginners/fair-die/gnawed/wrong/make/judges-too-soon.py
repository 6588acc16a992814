def verdict(heaps):
    if max(heaps) > 2 * min(heaps):
        return "suspicious"
    elif sum(heaps) < 600:
        return "unknown"
    else:
        return "fair"
