def change(money, pears):
    costs = price(pears)
    if money == costs:
        return 0
    if costs > money:
        return "too little"
    return money - costs
