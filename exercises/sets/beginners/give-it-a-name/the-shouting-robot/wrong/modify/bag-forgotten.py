def price(doughnuts):
    return doughnuts * 4

money = price(3)
print(money)
