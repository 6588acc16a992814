tries = 0
answer = ""
while tries < 3 and answer != pin:
    answer = input("PIN? ")
    tries = tries + 1
if tries == 3:
    lock = "shut"
else:
    lock = "open"
print(lock)
