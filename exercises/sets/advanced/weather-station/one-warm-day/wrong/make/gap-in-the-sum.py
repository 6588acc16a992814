def moving(values, size):
    result = []
    for start in range(len(values) - size + 1):
        window = values[start:start + size]
        result.append(sum(window) / size)
    return result


line_chart(week, title="Our week, two days at a time")
