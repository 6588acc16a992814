degrees = -4
if degrees < 0:
    print("Fur hat")
elif degrees < 15:
    print("Cap")
else:
    print("Straw hat")
