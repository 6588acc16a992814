for start in range(len(values) - size + 1):
    window = values[start:start + ...]
    if None in window:
        result.append(...)
    else:
        result.append(...)
