def bill(basket, prices):
    numbers = []
    for thing in basket:
        if thing in prices:
            numbers.append(prices[thing])
        else:
            print(f"We have no {thing}.")
    return sum(numbers)

print(bill(["dog", "jam"], {"jam": 12}))
