def first_heavy(hens, wanted, gain):
    for hen in hens:
        if hen + gain >= wanted:
            return hen
    return None
