answer = input("PIN? ")
left_over = 2
while answer != pin and left_over > 0:
    print("Fly away!")
    answer = input("PIN? ")
    left_over = left_over - 1
tries = 3 - left_over
if answer == pin:
    lock = "open"
    print("Come in, you may take a tablet.")
else:
    lock = "shut"
