def longer(first, second):
    second = second * 100
    if first > second:
        return "first"
    return "second"
