def change(paid, doughnuts):
    if paid < price:
        return "too little"
    return paid - price
