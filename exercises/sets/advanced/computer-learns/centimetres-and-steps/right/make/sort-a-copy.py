def scaled(numbers):
    line = sorted(numbers)
    result = []
    for i in range(len(numbers)):
        room = line[-1] - line[0]
        if room > 0:
            result.append((numbers[i] - line[0]) / room * 100)
        else:
            result.append(0)
    return result
