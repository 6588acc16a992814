def change(paid, doughnuts):
    costs = price(doughnuts)
    if ...:
        return "too little"
    return ...
