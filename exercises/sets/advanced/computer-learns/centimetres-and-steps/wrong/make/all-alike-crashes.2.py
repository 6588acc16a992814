def scaled(numbers):
    result = []
    for number in numbers:
        low = min(numbers)
        high = max(numbers)
        result.append((number - low) * 100 / (high - low))
    return result
