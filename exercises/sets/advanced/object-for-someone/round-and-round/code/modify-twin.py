def carousel(horses):
    for i in range(horses):
        j = (i + 1) % horses
        print("horse", i, "runs after horse", j)


carousel(5)
