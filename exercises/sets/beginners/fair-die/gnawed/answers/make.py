def verdict(heaps):
    if sum(heaps) < 600:
        return "unknown"
    elif max(heaps) > 2 * min(heaps):
        return "suspicious"
    else:
        return "fair"


print(verdict([90, 100, 95, 110, 105, 250]))
