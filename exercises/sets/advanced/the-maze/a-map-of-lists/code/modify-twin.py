def all_eggs(hens):
    count = 0
    for hen in hens:
        for eggs in hen:
            count = count + eggs
    return count
