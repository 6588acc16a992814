def price(doughnuts):
    return 3 * 4 + 1

money = price(3)
print(money)
