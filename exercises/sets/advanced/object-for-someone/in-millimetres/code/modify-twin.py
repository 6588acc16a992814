def kilograms_of_water(length, width, height):
    litres = length * width * height / 1000000
    return litres


print(kilograms_of_water(500, 200, 300))
