def moving(values, size):
    result = []
    ...
    return result


line_chart(week)
