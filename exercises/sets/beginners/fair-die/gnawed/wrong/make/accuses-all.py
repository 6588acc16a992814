def verdict(heaps):
    if sum(heaps) < 600:
        return "unknown"
    elif max(heaps) > min(heaps):
        return "suspicious"
    else:
        return "fair"
