def full(people, seats):
    if people == seats:
        return "full to the roof"
    if people == 0:
        return "empty"
    if people > seats * 0.8:
        return "nearly full"
    return "some seats"


print(full(15, 16), full(3, 16))
