def verdict(heaps):
    if sum(heaps) >= 600:
        if max(heaps) <= 2 * min(heaps):
            return "fair"
        return "suspicious"
    return "unknown"


print("My die is", verdict([130, 70, 101, 99, 102, 98]))
