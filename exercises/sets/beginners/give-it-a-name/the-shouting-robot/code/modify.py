def price(doughnuts):
    print(doughnuts * 4)

money = price(3)
print(money)
