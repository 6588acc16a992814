def price(prices, thing):
    if thing in prices:
        return f"{thing}: {prices[thing]} lei"
    return f"{thing}: come back tomorrow"


print(price({"bread": 6}, "honey"))
