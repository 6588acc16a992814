prices = [14, 12, 9, 7]
for price in prices:
    if price < 10:
        print(price)
        break
