def welcome(guests, invited, ill):
    count = 0
    for guest in guests:
        if guest in ill:
            count = count - 1
        elif guest in invited:
            count = count + 1
    return count
