def change(paid, doughnuts):
    costs = price(doughnuts)
    if paid < costs:
        return "too little"
    return costs - paid
