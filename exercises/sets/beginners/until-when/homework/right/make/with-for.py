lock = "shut"
for attempt in range(3):
    answer = input("PIN? ")
    tries = attempt + 1
    if answer == pin:
        lock = "open"
        break
