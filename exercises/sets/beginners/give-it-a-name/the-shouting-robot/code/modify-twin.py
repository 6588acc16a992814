def crate(pears):
    return pears * 2 + 3

print(crate(10))
