def pool(temperature):
    if temperature < 0:
        return "broken"
    if temperature <= 22:
        return "cold"
    return "good"


water = 24
print(pool(water))
