def taller(heights):
    small = sum(heights[:2]) / 2
    tall = sum(heights[-2:]) / 2
    return tall - small


print(taller([138, 140, 147, 155, 159]))
