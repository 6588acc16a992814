def moving(values, size):
    result = []
    for start in range(len(values) - size + 1):
        window = values[start:start + size]
        known = [value for value in window if value is not None]
        result.append(sum(known) / size)
    return result


line_chart(moving(week, 2), title="Our week, two days at a time")
