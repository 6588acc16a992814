def scaled(numbers):
    if not numbers:
        return []
    low = min(numbers)
    high = max(numbers)
    if high == low:
        return [0] * len(numbers)
    result = []
    for number in numbers:
        part = (number - low) / (high - low)
        result.append(part * 100)
    return result


print("How loud the shoes are, in decibels")
