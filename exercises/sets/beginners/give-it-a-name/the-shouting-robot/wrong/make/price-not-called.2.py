def change(paid, doughnuts):
    return paid - price
