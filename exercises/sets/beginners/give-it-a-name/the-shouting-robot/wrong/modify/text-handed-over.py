def price(doughnuts):
    return f"{doughnuts * 4 + 1} lei"

money = price(3)
print(money)
