def price(doughnuts):
    return doughnuts * (4 + 1)

money = price(3)
print(money)
