def minutes(metres):
    result = metres // 80
    if metres % 80 != 0:
        result = result + 1
    return result
