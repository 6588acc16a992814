low = min(numbers)
high = max(numbers)
result = []
for number in numbers:
    result.append((number - ...) * 100 / ...)
