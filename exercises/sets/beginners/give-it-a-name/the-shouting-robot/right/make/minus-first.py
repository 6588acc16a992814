def change(paid, doughnuts):
    money = paid - price(doughnuts)
    if money < 0:
        return "too little"
    else:
        return money

print(change(100, 7))
