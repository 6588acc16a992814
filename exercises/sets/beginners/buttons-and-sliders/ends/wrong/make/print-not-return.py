def clothes(degrees):
    if degrees < 0:
        print("sheepskin")
    elif degrees < 18:
        print("sweater")
    else:
        print("t-shirt")


interact(clothes, degrees=slider(-25, 40))
