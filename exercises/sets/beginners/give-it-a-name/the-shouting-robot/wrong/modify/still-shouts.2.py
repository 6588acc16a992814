def price(doughnuts):
    return print(doughnuts * 4 + 1)

money = price(3)
