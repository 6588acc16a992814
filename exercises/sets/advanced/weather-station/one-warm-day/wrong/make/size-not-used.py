def moving(values, size):
    result = []
    for start in range(len(values) - 2):
        window = values[start:start + 3]
        if None in window:
            result.append(None)
        else:
            result.append(sum(window) / 3)
    return result


line_chart(moving(week, 2), title="Our week, two days at a time")
