def price(doughnuts):
    money = doughnuts * 4
    bag = 1
    return money + bag

print(price(3))
