def change(paid, doughnuts):
    if paid >= price(doughnuts):
        result = paid - price(doughnuts)
    else:
        result = "too little"
    return result
