def change(paid, doughnuts):
    costs = price(doughnuts)
    if paid < costs:
        return "too little"
    return paid - costs


print(change(20, 3))
print(change(12, 3))
print(change(5, 2))
