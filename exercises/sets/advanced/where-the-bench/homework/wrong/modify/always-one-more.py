def minutes(metres):
    return metres // 80 + 1
