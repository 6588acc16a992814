def price(adults, children, card):
    total = adults * 10 + children * 5
    if card:
        total = total - 2 * (adults + children)
    return total


interact(price, adults=slider(0, 6), children=slider(0, 10), card=[True, False])
