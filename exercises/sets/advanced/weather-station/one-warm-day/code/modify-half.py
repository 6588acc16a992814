for start in range(len(values) - ...):
    window = values[start:start + 5]
    result.append(sum(window) / ...)
