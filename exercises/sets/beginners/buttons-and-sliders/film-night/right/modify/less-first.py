def price(adults, children, card):
    less = 0
    if card == True:
        less = 2
    return adults * (10 - less) + children * (5 - less)


interact(price, card=False, children=slider(0, 10), adults=slider(0, 6))
