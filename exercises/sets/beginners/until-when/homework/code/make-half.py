tries = 0
lock = "shut"
while tries < 3 and ...:
    answer = input("PIN? ")
    tries = ...
