def verdict(heaps):
    if sum(heaps) < ...:
        return "unknown"
    elif max(heaps) > ...:
        return "suspicious"
