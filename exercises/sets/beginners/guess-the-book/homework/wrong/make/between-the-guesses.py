first = int(input("First guess: "))
second = int(input("Second guess: "))
if abs(first - second) < 5:
    answer = "warmer"
else:
    answer = "colder"
