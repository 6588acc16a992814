def winner(pies):
    best = pies[0]
    for pie in pies:
        if pie["mark"] > best["mark"]:
            best = pie
        elif pie["mark"] == best["mark"] and pie["price"] < best["price"]:
            best = pie
    return best["name"]


print(winner([{"name": "cheese", "mark": 9, "price": 8}, {"name": "cabbage", "mark": 9, "price": 5}]))
