def moving(values, size):
    result = []
    for start in range(len(week) - size + 1):
        window = week[start:start + size]
        if None in window:
            result.append(None)
        else:
            result.append(sum(window) / size)
    return result


line_chart(moving(week, 2), title="Our week, two days at a time")
