tries = 0
lock = "shut"
while tries < 3 or lock == "shut":
    answer = input("PIN? ")
    tries = tries + 1
    if answer == pin:
        lock = "open"
print(lock)
