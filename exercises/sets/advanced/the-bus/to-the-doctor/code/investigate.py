for bus in [400, 516]:
    early_enough = bus + 25 <= 540
    if early_enough:
        print("yes")
    else:
        print("no")
