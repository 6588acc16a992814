def scaled(numbers):
    result = []
    for number in numbers:
        result.append(number * 100 / max(numbers))
    return result
