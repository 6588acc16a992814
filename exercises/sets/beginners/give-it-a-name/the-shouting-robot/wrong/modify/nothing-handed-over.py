def price(doughnuts):
    money = doughnuts * 4 + 1
    return

money = price(3)
print(money)
