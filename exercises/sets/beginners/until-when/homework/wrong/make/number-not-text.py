tries = 0
lock = "shut"
while tries < 3 and lock == "shut":
    answer = int(input("PIN? "))
    tries = tries + 1
    if answer == pin:
        lock = "open"
print(lock)
