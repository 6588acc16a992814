def scaled(numbers):
    if len(set(numbers)) < 2:
        return [0 for number in numbers]
    low = min(numbers)
    room = max(numbers) - low
    return [100 * (number - low) / room for number in numbers]
