def feast(guests, dishes):
    table = []
    for guest in guests.split():
        if guest in dishes:
            table.append(dishes[guest])
    return " + ".join(table)


print(feast("goat cat ghost", {"goat": "hay", "cat": "milk"}))
