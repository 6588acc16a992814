def moving(values, size):
    result = []
    for start in range(0, len(values) - size + 1):
        total = 0
        gap = False
        for i in range(start, start + size):
            if values[i] is None:
                gap = True
            else:
                total = total + values[i]
        result.append(None if gap else total / size)
    return result


line_chart(week, title="Our week")
