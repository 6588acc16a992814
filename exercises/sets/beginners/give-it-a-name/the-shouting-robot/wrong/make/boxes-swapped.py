def change(doughnuts, paid):
    costs = price(doughnuts)
    if paid < costs:
        return "too little"
    return paid - costs
