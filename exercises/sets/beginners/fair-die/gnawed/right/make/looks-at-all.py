def verdict(heaps):
    together = 0
    biggest = heaps[0]
    smallest = heaps[0]
    for heap in heaps:
        together = together + heap
        if heap > biggest:
            biggest = heap
        if heap < smallest:
            smallest = heap
    if together < 600:
        return "unknown"
    if biggest > smallest * 2:
        return "suspicious"
    return "fair"
