first = int(input("First guess: "))
second = int(input("Second guess: "))
if second > first:
    answer = "warmer"
elif second < first:
    answer = "colder"
else:
    answer = "same"
