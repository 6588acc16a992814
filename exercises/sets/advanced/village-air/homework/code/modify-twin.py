def savings(lei, wanted, week):
    purse = []
    while lei < wanted:
        lei = lei + week
        purse.append(lei)
    return purse


print(savings(0, 20, 5))
