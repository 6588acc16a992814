def moving(values, size):
    result = []
    start = 0
    while True:
        window = values[start:start + size]
        if len(window) < size:
            break
        known = [value for value in window if value is not None]
        if len(known) == size:
            result.append(sum(known) / size)
        else:
            result.append(None)
        start = start + 1
    return result


title = "Our week"
line_chart(moving(week, 2), title=title)
bar_chart(week)
