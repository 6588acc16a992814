def soup(degrees):
    if degrees > 70:
        return "too hot"
    if degrees < 40:
        return "too cold"
    return "just right"

print(soup(55))
