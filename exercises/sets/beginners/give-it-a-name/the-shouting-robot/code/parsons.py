def age(planted):
    result = 2025 - planted
    return result
print(age(1950))
