def change(paid, doughnuts):
    costs = price(doughnuts)
    if paid < costs:
        print("too little")
    else:
        return paid - costs
