first = int(input("First guess: "))
second = int(input("Second guess: "))
nearer = abs(secret - first) - abs(secret - second)
if nearer > 0:
    answer = "warmer"
elif nearer == 0:
    answer = "same"
else:
    answer = "colder"
