lock = "shut"
tries = 0
while tries < 3:
    tries += 1
    if input("PIN? ") == pin:
        lock = "open"
        break
    print("Fly away!")
