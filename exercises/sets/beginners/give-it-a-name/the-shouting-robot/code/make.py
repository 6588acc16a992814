def change(paid, doughnuts):
    ...


print(change(20, 3))
