first = int(input("First guess: "))
second = int(input("Second guess: "))
if abs(first - secret) == abs(second - secret):
    answer = "same"
elif abs(first - secret) > abs(second - secret):
    answer = "warmer"
else:
    answer = "colder"
