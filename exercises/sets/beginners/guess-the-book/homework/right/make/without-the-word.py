first = int(input("First guess: ")) - secret
second = int(input("Second guess: ")) - secret
if first < 0:
    first = -first
if second < 0:
    second = -second
answer = "same"
if second < first:
    answer = "warmer"
if second > first:
    answer = "colder"
print(answer)
