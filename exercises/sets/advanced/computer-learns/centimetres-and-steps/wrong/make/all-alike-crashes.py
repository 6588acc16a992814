def scaled(numbers):
    low = min(numbers)
    high = max(numbers)
    result = []
    for number in numbers:
        result.append((number - low) * 100 / (high - low))
    return result
