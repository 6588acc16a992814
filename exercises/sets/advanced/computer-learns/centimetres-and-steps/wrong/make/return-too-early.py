def scaled(numbers):
    result = []
    for number in numbers:
        low = min(numbers)
        high = max(numbers)
        if low == high:
            result.append(0)
        else:
            result.append((number - low) * 100 / (high - low))
        return result


print("How loud the shoes are, in decibels")
