def price(adults, children):
    return adults * 10 + children * 5


interact(price, adults=slider(0, 6), children=slider(0, 10))
