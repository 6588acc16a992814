def price(doughnuts):
    return doughnuts * 4
