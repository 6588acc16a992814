time = 0
for name, seconds in parts:
    time = ...
    if ...:
        return result
    result.append(...)
