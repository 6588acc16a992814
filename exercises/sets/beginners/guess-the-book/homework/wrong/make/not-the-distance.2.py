first = int(input("First guess: "))
second = int(input("Second guess: "))
far_first = secret - first
far_second = secret - second
if far_second < far_first:
    answer = "warmer"
elif far_second > far_first:
    answer = "colder"
else:
    answer = "same"
