tries = 0
lock = "shut"
while tries < 3 and lock == "shut":
    answer = input("PIN? ")
    if answer == pin:
        lock = "open"
    else:
        tries = tries + 1
print(lock)
