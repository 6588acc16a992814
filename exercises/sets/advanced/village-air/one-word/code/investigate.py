for dust in [9, 10, 11]:
    if dust > 10:
        print(dust, "so-so")
    else:
        print(dust, "clean")
