def moving(values, size):
    result = []
    for start in range(len(values) - size + 1):
        window = values[start:start + size]
        if None not in window:
            result.append(sum(window) / size)
    return result


line_chart(moving(week, 2), title="Our week, two days at a time")
