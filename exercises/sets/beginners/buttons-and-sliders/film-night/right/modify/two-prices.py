def price(adults, children, card):
    if card:
        return adults * 8 + children * 3
    else:
        return adults * 10 + children * 5


interact(price, adults=slider(0, 6), children=slider(0, 10), card=False)
