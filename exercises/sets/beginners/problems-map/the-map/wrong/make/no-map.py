def shade(number):
    if number >= 6:
        return "red"
    if number >= 3:
        return "orange"
    return "yellow"

print(shade(7))
