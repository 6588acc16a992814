def change(paid, doughnuts):
    costs = doughnuts * 4
    if paid < costs:
        return "too little"
    return paid - costs
