sheep = 5
while sheep > 0:
    print("One sheep jumps.")
    sheep = sheep - 1
print("Grandfather sleeps.")
