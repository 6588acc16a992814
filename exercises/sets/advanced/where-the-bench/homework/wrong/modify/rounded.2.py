def minutes(metres):
    result = metres // 80
    if metres % 80 > 40:
        result = result + 1
    return result
